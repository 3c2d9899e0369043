import type { Run, Track } from '@/explain';

/**
 * What happened to a request, apart from when and to which path: equal for requests of which one shows all. Method, servers,
 * every stop with its finding, and the outcome.
 */
export function shapeOf(run: Run, track: Track): string {
  const stops = track.stops.map((index) => {
    const { kind, step, word, verdict } = run.stops[index]!;
    return [kind, step, word, verdict].join(' ');
  });
  const legs = track.legs.map(({ kind, from, to, lost, sealed }) => [kind, from, to, lost, sealed].join(' '));
  const { initiator, method, verdict, reason, earlier } = track;
  return JSON.stringify([initiator, method, verdict, reason, earlier, ...stops, ...legs]);
}

/** Requests that are under way at the same time, as a run of stops in which no other request has one. */
export interface Episode {
  tracks: Track[];
  from: number;
  to: number;
}

export function episodesOf(run: Run): Episode[] {
  const tracks = run.tracks
    .filter((track) => track.stops.length > 0)
    .sort((a, b) => a.stops[0]! - b.stops[0]! || a.request - b.request);
  const episodes: Episode[] = [];
  for (const track of tracks) {
    const [from, to] = [track.stops[0]!, track.stops.at(-1)!];
    const last = episodes.at(-1);
    if (last && from <= last.to) {
      last.tracks.push(track);
      last.to = Math.max(last.to, to);
    } else episodes.push({ tracks: [track], from, to });
  }
  return episodes;
}

/** The request and all that are under way with it. */
export const episodeWith = (run: Run, request: number): number[] =>
  episodesOf(run)
    .map(({ tracks }) => tracks.map((track) => track.request))
    .find((requests) => requests.includes(request)) ?? [];
