import type { Run, Track } from '@/explain';
import type { Span } from '../plan';

/**
 * Equal requests that do everything at the same moments can be drawn as one. The chords they sound: for each moment their
 * stops, column by column. null: they are not in unison.
 */
export function chordsOf(run: Run, tracks: readonly Track[]): Span[] | null {
  if (tracks.length < 2) return null;
  const own = new Map(tracks.flatMap((track) => track.stops.map((stop, order) => [stop, order] as const)));
  const indexes = [...own.keys()].sort((a, b) => a - b);
  const chords: Span[] = [];
  let start = 0;
  while (start < indexes.length) {
    let end = start;
    const at = run.stops[indexes[start]!]!.at;
    while (indexes[end + 1] === indexes[end]! + 1 && run.stops[indexes[end + 1]!]!.at === at) end += 1;
    const stops = indexes.slice(start, end + 1);
    const columns = columnsOf(stops, own);
    if (columns.some((column) => column.length !== tracks.length)) return null;
    chords.push({ kind: 'chord', from: stops[0]!, to: stops.at(-1)!, columns });
    start = end + 1;
  }
  return chords;
}

/** The stops of one moment, those that come at the same place in their requests together. */
function columnsOf(stops: readonly number[], order: ReadonlyMap<number, number>): number[][] {
  const columns = new Map<number, number[]>();
  for (const stop of stops) columns.set(order.get(stop)!, [...(columns.get(order.get(stop)!) ?? []), stop]);
  return [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
}
