import type { SimulationResult } from '@/scenario/result';
import { kindOf } from './kinds';
import type { ConsoleRow, DecidingHeader, Leg, NetworkRow, ServerLogRow, Stop } from './run';

/** The last stop at or before a simulated moment; the first stop where there is none. */
export function stopAt(stops: readonly Stop[], at: number): number {
  return Math.max(0, stops.findLast((stop) => stop.at <= at)?.index ?? 0);
}

/** Every exchange, and what was sent but never arrived, in the order sent. */
export function networkRows(result: SimulationResult, stops: readonly Stop[], legs: readonly Leg[]): NetworkRow[] {
  const exchanges = new Map(result.exchanges.map((exchange) => [exchange.id, exchange]));
  return legs.map((leg): NetworkRow => {
    const exchange = leg.exchange === null ? null : (exchanges.get(leg.exchange) ?? null);
    const request = result.requests.find((candidate) => candidate.id === leg.request);
    const method = exchange?.method ?? (leg.kind === 'preflight' ? 'OPTIONS' : (request?.method ?? ''));
    const answerStop = leg.answerStop ?? stopAt(stops, leg.received);
    return {
      request: leg.request,
      exchange,
      kind: leg.kind,
      method,
      url: exchange?.url ?? request?.url ?? '',
      from: exchange?.from ?? 'browser',
      status: exchange && exchange.status > 0 ? `${exchange.status} ${exchange.statusText}`.trim() : 'no answer',
      times: { sent: leg.sent, arrived: leg.arrived, answered: leg.answered, received: leg.received },
      sentStop: leg.arriveStop ?? (leg.answerStop !== null && leg.lost ? leg.answerStop : stopAt(stops, leg.arrived)),
      answerStop,
      deciding: leg.exchange === null ? [] : decidingHeaders(result, stops, leg.exchange),
    };
  });
}

/** The headers of an exchange that gates looked at, each with the stop that did. */
function decidingHeaders(result: SimulationResult, stops: readonly Stop[], exchange: number): DecidingHeader[] {
  const gates = result.events.filter((event) => kindOf(event) === 'gate');
  const gateStops = stops.filter((stop) => stop.kind === 'gate');
  return gates.flatMap((event, index): DecidingHeader[] => {
    const stop = gateStops[index];
    if (event.exchange !== exchange || !event.compared || !stop || stop.number === null) return [];
    const { left, right } = event.compared;
    const base = { stop: stop.index, number: stop.number, verdict: event.verdict ?? ('pass' as const) };
    return [
      ...(left.header && left.who === 'request' ? [{ ...base, side: 'request' as const, name: left.header }] : []),
      ...(right.header && right.who === 'answer' ? [{ ...base, side: 'response' as const, name: right.header }] : []),
    ];
  });
}

/** Console lines, each with the stop from which it is known. Lines and console events come in the same order. */
export function consoleRows(result: SimulationResult, stops: readonly Stop[], known: readonly number[]): ConsoleRow[] {
  const printed = result.events.flatMap((event, index) => (event.step === 'console' ? [known[index] ?? 0] : []));
  const paired = printed.length === result.console.length;
  return result.console.map((entry, index) => ({
    entry,
    stop: Math.max(0, paired ? (printed[index] ?? 0) : stopAt(stops, entry.at)),
  }));
}

/** What the servers wrote: known once the message that made them write it has arrived. */
export function serverLogRows(result: SimulationResult, stops: readonly Stop[]): ServerLogRow[] {
  return result.serverLog.map((entry) => {
    const arrive = stops.find((stop) => stop.kind === 'arrive' && stop.exchange === entry.exchange);
    return { entry, stop: entry.exchange !== undefined && arrive ? arrive.index : stopAt(stops, entry.at) };
  });
}
