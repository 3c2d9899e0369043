import type { SimulationResult } from '@/scenario/result';
import { pathOf } from './address';
import { stopAt } from './panels';
import type { ServerStateRows, Stop } from './run';

/** What each server keeps, and the stop from which each change of it is known. */
export function stateRows(result: SimulationResult, stops: readonly Stop[]): ServerStateRows[] {
  return (result.serverState ?? []).map(({ origin, before, after, changes }) => ({
    origin,
    before: members(before),
    after: members(after),
    changes: changes.map(({ path, from, to, exchange: id }) => {
      const exchange = result.exchanges.find((candidate) => candidate.id === id);
      const arrive = stops.find((stop) => stop.kind === 'arrive' && stop.exchange === id);
      return {
        path,
        from: written(from),
        to: written(to),
        by: exchange ? `${exchange.method} ${pathOf(exchange.url)}` : '',
        stop: arrive?.index ?? (exchange ? stopAt(stops, exchange.times.answered) : 0),
      };
    }),
  }));
}

function members(state: unknown): { name: string; value: string }[] {
  if (typeof state !== 'object' || state === null) return [];
  return Object.entries(state).map(([name, value]) => ({ name, value: written(value) ?? '' }));
}

function written(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
