import type { Run, Track } from '@/explain';
import { commonPath, pathsOf } from '../common-path';
import type { Geometry } from '../geometry';

export interface Named {
  track: Track;
  name: string;
}

/** Characters that a name has on a phone. */
const SHORT = 8;

/** What tells requests apart stands last. */
const endOf = (path: string, length: number) => (path.length <= length ? path : `…${path.slice(1 - length)}`);

/** The requests that have a channel, one after the other. */
export function namesIn(run: Run, { plan, size }: Geometry, row: number): Named[] {
  return run.tracks
    .filter((track) => plan.rowOf.get(track.request) === row && track.stops.length > 0)
    .map((track) => {
      const paths = pathsOf(track, run, plan);
      const count = paths.length > 1 ? `${paths.length}× ` : '';
      const path = commonPath(paths);
      const where = size === 'S' ? endOf(path, SHORT - track.method.length) : path;
      return { track, name: `${count}${track.method} ${where}` };
    });
}
