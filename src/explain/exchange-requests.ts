import type { Exchange, SimulationResult } from '@/scenario/result';
import { originOf } from './address';

/** Which request each exchange belongs to. What a proxy sends belongs to the request that it is serving meanwhile. */
export function exchangeRequests(result: SimulationResult): Map<number, number> {
  const found = new Map<number, number>();
  for (const request of result.requests) for (const id of request.exchanges) found.set(id, request.id);
  for (const event of result.events) {
    if (event.exchange !== undefined && event.request !== undefined) found.set(event.exchange, event.request);
  }
  for (const exchange of result.exchanges) {
    if (found.has(exchange.id)) continue;
    const served = result.exchanges.find((candidate) => serves(candidate, exchange));
    const request = served && found.get(served.id);
    if (request !== undefined) found.set(exchange.id, request);
  }
  return found;
}

function serves(outer: Exchange, inner: Exchange): boolean {
  return (
    outer.id !== inner.id &&
    originOf(outer.url) === originOf(inner.from) &&
    outer.times.arrived <= inner.times.sent &&
    outer.times.answered >= inner.times.received
  );
}
