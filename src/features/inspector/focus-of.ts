import type { Run, Track } from '@/explain';

/** The request that the stop under the playhead belongs to; else the last one before it. */
export function focusOf(run: Run, here: number): Track | undefined {
  const request = run.stops.slice(0, here + 1).findLast((stop) => stop.request !== null)?.request;
  return run.tracks.find((track) => track.request === request) ?? run.tracks[0];
}
