import type { Run, Track } from '@/explain';
import { commonPath, pathsOf } from '../common-path';
import type { Geometry } from '../geometry';

export interface Named {
  track: Track;
  name: string;
}

/** Width of a character of a name, and what stands beside the name: edges, and the outcome. */
const CHARACTER = 6.7;
const BESIDE = { L: 41, M: 41, S: 28 } as const;

/** What tells requests apart stands last: of a path, at least this much is written. */
const LEAST = 3;
const endOf = (path: string, length: number) => (path.length <= length ? path : `…${path.slice(1 - length)}`);

/** The requests that have a channel, one after the other. Beside a high one, what is too long for a line is set in two. */
export function namesIn(run: Run, { plan, size, left, channels }: Geometry, row: number): Named[] {
  const line = Math.floor((left - BESIDE[size]) / CHARACTER);
  return run.tracks
    .filter((track) => plan.rowOf.get(track.request) === row && track.stops.length > 0)
    .map((track) => {
      const paths = pathsOf(track, run, plan);
      const count = paths.length > 1 ? `${paths.length}× ` : '';
      const what = `${count}${track.method}`;
      const path = commonPath(paths);
      const room = line - what.length - 1;
      const name =
        path.length > room && channels[row]?.full
          ? `${what}\n${endOf(path, line)}`
          : `${what} ${endOf(path, Math.max(LEAST, room))}`;
      return { track, name };
    });
}

/**
 * Whose name a channel has at a stop: the request's that the stop is of; else of all that are under way in it, where equal
 * ones share it; else of the last that has begun, or the first.
 */
export function nameAt(named: readonly Named[], run: Run, here: number): Named | undefined {
  const own = named.find(({ track }) => track.request === run.stops[here]?.request);
  if (own) return own;
  const begun = named.filter(({ track }) => track.stops[0]! <= here);
  const underWay = begun.filter(({ track: { settledAt } }) => settledAt === null || settledAt > here);
  const [first, ...others] = underWay;
  if (!first || others.length === 0) return begun.at(-1) ?? named[0];
  const path = commonPath(underWay.map(({ track }) => track.path));
  return { track: first.track, name: `${underWay.length}× ${first.track.method} ${path}` };
}
