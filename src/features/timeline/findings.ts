import type { Run, Stop } from '@/explain';
import type { MarkGeometry, Size } from './geometry';

/** Width of a character below a channel. */
const CHARACTER = 6.8;
const BADGE = 16;
const SPEAKING: ReadonlySet<Stop['kind']> = new Set(['way', 'gate']);

/**
 * Marks of one channel that keep their finding to themselves, because the next one's stands there: the latest, a closed
 * gate and the one under the playhead are always heard. By the first stop of each.
 */
export function unheard(marks: readonly MarkGeometry[], size: Size, run: Run, here: number): Set<number> {
  const quiet = new Set<number>();
  let before: { mark: MarkGeometry; end: number } | undefined;
  const speaks = ({ stops }: MarkGeometry) => stops.at(-1)! <= here && SPEAKING.has(run.stops[stops[0]!]!.kind);
  for (const mark of marks.filter(speaks)) {
    const half = halfWidth(mark, run, size === 'S');
    if (before && before.end > mark.x - half) {
      const counts = before.mark.stops.includes(here) || run.stops[before.mark.stops[0]!]?.verdict === 'fail';
      if (counts) {
        quiet.add(mark.stops[0]!);
        continue;
      }
      quiet.add(before.mark.stops[0]!);
    }
    before = { mark, end: mark.x + half };
  }
  return quiet;
}

function halfWidth({ kind, stops }: MarkGeometry, run: Run, narrow: boolean): number {
  const stop = run.stops[stops[0]!];
  const word = kind === 'fan' ? (stop?.kind === 'way' ? 'ask directly' : 'n open') : (stop?.word ?? '');
  const times = kind !== 'fan' && stops.length > 1 ? `${stops.length}× ` : '';
  return Math.max(narrow ? 0 : BADGE, (times.length + word.length) * CHARACTER) / 2;
}
