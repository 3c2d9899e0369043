import { casePartsOf, otherPartsOf, type ShownCase } from '@/stores/address';

/**
 * The fragment of an address with another moment in it, or with none, beside whatever else stands there, and with what is
 * shown: `#at=85ms-cors-check`, `#case=wrong-origin&at=85ms-cors-check`. Fragments that begin with `#/` name other pages and
 * are left alone.
 * @param shown left out: as it stands there
 */
export function withMoment(hash: string, moment: string | null, shown?: ShownCase): string {
  if (hash.startsWith('#/')) return hash;
  const rest = otherPartsOf(hash).filter((part) => !part.startsWith('at='));
  const named = !shown ? casePartsOf(hash) : moment === null && shown.isDefault ? [] : shown.parts;
  // Where nothing can name the case, its moment would be looked for in another one.
  const isNamed = !shown || shown.parts.length > 0;
  const parts = [...named, ...rest, ...(moment === null || !isNamed ? [] : [`at=${moment}`])];
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}
