import type { Run } from './run';

/** Which request of the run it is, from 1, in the order of their calls; null: none that the run shows. */
export function numberOf({ tracks }: Run, request: number | null): number | null {
  const place = tracks.findIndex((track) => track.request === request);
  return place === -1 ? null : place + 1;
}
