import { assignRows, type Run, type Track } from '@/explain';
import { FULL_CHANNELS, type Plan, type Span } from '../plan';
import { chordsOf } from './chords';
import { type Episode, episodesOf, shapeOf } from './shapes';

type Requests = Pick<ReadonlySet<number>, 'has'>;

export interface Wishes {
  folding: boolean;
  unfolded: Requests;
  folded: Requests;
  focus: number | null;
}

/** Beyond so many channels, equal requests share one. */
const CHANNELS = 14;

/**
 * Draws the first request of each shape; what only repeats it later is folded to one quiet line, and equal requests that
 * are sent together are drawn as one.
 */
export function planRequests(run: Run, wishes: Wishes): Plan {
  const rowOf = new Map<number, number>();
  const voices = new Map<number, readonly number[]>();
  const spans: Span[] = [];
  const shapes = new Map(run.tracks.map((track) => [track.request, shapeOf(run, track)]));
  const shape = (track: Track) => shapes.get(track.request)!;
  const seen = new Set<string>();
  let resting: Episode[] = [];
  const rest = () => {
    const asked = resting.some(({ tracks }) => tracks.some((track) => wishes.folded.has(track.request)));
    if (resting.length > 1 || asked) spans.push(restOf(resting));
    else for (const episode of resting) draw(episode);
    resting = [];
  };
  const draw = (episode: Episode) => {
    const bundles = bundlesOf(episode.tracks, wishes, shape);
    const parts = bundles.flatMap((bundle) => {
      const chords = chordsOf(run, bundle);
      if (!chords) return bundle.map((track) => [track]);
      spans.push(...chords);
      voices.set(
        bundle[0]!.request,
        bundle.map((track) => track.request),
      );
      return [bundle];
    });
    for (const [request, row] of rowsOf(parts, shape, wishes.folding)) rowOf.set(request, row);
  };
  for (const episode of episodesOf(run)) {
    for (const track of episode.tracks) rowOf.set(track.request, 0);
    const settled = episode.tracks.every((track) => track.settledAt !== null);
    if (settled && episode.tracks.every((track) => folds(track, seen.has(shape(track)), wishes))) resting.push(episode);
    else {
      rest();
      draw(episode);
    }
    for (const track of episode.tracks) seen.add(shape(track));
  }
  rest();
  const rows = Math.max(1, ...[...rowOf.values()].map((row) => row + 1));
  return {
    rows,
    rowOf,
    full: fullRows(run, rows, rowOf, wishes.focus),
    focus: wishes.focus,
    spans: spans.sort((a, b) => a.from - b.from),
    voices,
    zoom: 1,
  };
}

function folds({ request }: Track, repeats: boolean, { folding, folded, unfolded }: Wishes): boolean {
  return folded.has(request) || (folding && repeats && !unfolded.has(request));
}

function restOf(episodes: readonly Episode[]): Span {
  return {
    kind: 'rest',
    from: episodes[0]!.from,
    to: episodes.at(-1)!.to,
    requests: episodes.flatMap(({ tracks }) => tracks.map((track) => track.request)),
  };
}

/** Equal requests together, in the order of the first of each. */
function bundlesOf(tracks: readonly Track[], wishes: Wishes, shape: (track: Track) => string): Track[][] {
  if (!wishes.folding) return tracks.map((track) => [track]);
  const bundles = new Map<string, Track[]>();
  for (const track of tracks) {
    const key = wishes.unfolded.has(track.request) ? `${track.request}` : shape(track);
    bundles.set(key, [...(bundles.get(key) ?? []), track]);
  }
  return [...bundles.values()];
}

/** A channel for each that is under way at the same time; equal ones share theirs where there would be too many. */
function rowsOf(parts: readonly Track[][], shape: (track: Track) => string, shared: boolean): [number, number][] {
  const sorted = parts.toSorted((a, b) => a[0]!.stops[0]! - b[0]!.stops[0]!);
  const rows = assignRows(
    sorted.map((part) => ({
      from: Math.min(...part.map((track) => track.stops[0]!)),
      to: Math.max(...part.map((track) => track.stops.at(-1)!)),
    })),
  );
  if (!shared || Math.max(...rows) < CHANNELS) {
    return sorted.flatMap((part, index) => part.map(({ request }): [number, number] => [request, rows[index]!]));
  }
  const kinds = [...new Set(sorted.map((part) => shape(part[0]!)))];
  return sorted.flatMap((part) => part.map((track): [number, number] => [track.request, kinds.indexOf(shape(track))]));
}

/** All channels where they are few; else that of the request in focus, of the first that was stopped, or the first. */
function fullRows(run: Run, rows: number, rowOf: ReadonlyMap<number, number>, focus: number | null): Set<number> {
  if (rows <= FULL_CHANNELS) return new Set(Array.from({ length: rows }, (_, row) => row));
  const stopped = run.tracks.find((track) => track.closedAt !== null)?.request;
  return new Set([rowOf.get(focus ?? stopped ?? -1) ?? 0]);
}
