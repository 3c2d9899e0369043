import type { Stop } from '@/explain';

/**
 * Consecutive stops of one kind and one request with the same standing fold into one, so that a phone shows the whole run.
 * The stop under the playhead never folds, nor does a closed gate that has been reached.
 */
export function foldStops(stops: readonly Stop[], here: number): Stop[][] {
  const groups: Stop[][] = [];
  for (const stop of stops) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && canJoin(before, stop, here)) group.push(stop);
    else groups.push([stop]);
  }
  return groups;
}

function canJoin(a: Stop, b: Stop, here: number): boolean {
  if (a.index === here || b.index === here) return false;
  if (a.kind !== b.kind || (a.kind !== 'way' && a.kind !== 'gate')) return false;
  if (a.request !== b.request || a.exchange !== b.exchange) return false;
  const past = a.index < here;
  if (past !== b.index < here) return false;
  return !past || (a.verdict !== 'fail' && b.verdict !== 'fail');
}
