import type { Diff, Fix, Opening, Place } from '@/repair';

export const PLACES: Record<Place, string> = { server: 'On the server', page: 'On the page', both: 'On both sides' };

/** What has to carry a warning. */
export const WARNED: ReadonlySet<Opening> = new Set<Opening>(['unsafe']);

/**
 * "Smallest fix, on line 4. Tried: it passes."
 * @param fixes all that were found, the safest first
 * @param isRead it passed before, and nothing was there
 */
export function headingOf(fix: Fix, fixes: readonly Fix[], isRead = false): string {
  const found = fix.answer === null || fix.answer < 400 ? 'it passes' : `the code may read the ${fix.answer}`;
  return `${nameOf(fix, fixes)}. Tried: ${isRead ? 'it is there' : found}.`;
}

function nameOf(fix: Fix, fixes: readonly Fix[]): string {
  const [diff] = fix.diffs;
  const isBoth = fix.place === 'both' || !diff;
  if (fix !== fixes[0]) return `Another way, ${isBoth ? 'on both sides' : whereOf(fix, diff)}`;
  if (isBoth) return 'A fix on both sides, the page and the server';
  // The safest comes first: another may be smaller, and open more.
  const isSmallest = fixes.every((other) => linesOf(other) >= linesOf(fix));
  return `${isSmallest ? 'Smallest fix' : 'Recommended fix'}, ${whereOf(fix, diff)}`;
}

const linesOf = ({ diffs }: Fix): number =>
  diffs.reduce((count, { lines }) => count + lines.filter(({ sign }) => sign !== ' ').length, 0);

function whereOf({ diffs, place }: Fix, diff: Diff): string {
  const line = diffs.length === 1 && diff.line ? `line ${diff.line}` : null;
  if (place === 'page') return line ? `on ${line} of the page` : 'on the page';
  if (diff.name !== 'server') return `on ${diff.name}${line ? `, ${line}` : ''}`;
  return line ? `on ${line}` : 'on the server';
}
