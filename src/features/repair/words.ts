import type { Fix, Opening, Place } from '@/repair';

export const PLACES: Record<Place, string> = { server: 'On the server', page: 'On the page', both: 'On both sides' };

/** What has to carry a warning. */
export const WARNED: ReadonlySet<Opening> = new Set<Opening>(['unsafe']);

/**
 * "Smallest fix, on line 4. Tried: it passes."
 * @param isRead it passed before, and nothing was there
 */
export function headingOf({ diffs, place }: Fix, isFirst: boolean, isRead = false): string {
  const [diff] = diffs;
  const line = diffs.length === 1 && diff?.line ? `line ${diff.line}` : null;
  const where =
    place === 'both' || !diff
      ? 'on both sides'
      : place === 'page'
        ? line
          ? `on ${line} of the page`
          : 'on the page'
        : line && diff.name === 'server'
          ? `on ${line}`
          : `on ${diff.name === 'server' ? 'the server' : diff.name}${line ? `, ${line}` : ''}`;
  return `${isFirst ? 'Smallest fix' : 'Another way'}, ${where}. Tried: it ${isRead ? 'is there' : 'passes'}.`;
}
