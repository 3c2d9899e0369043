/**
 * The moment in the fragment of an address, beside whatever else stands there: `#at=85ms-cors-check`,
 * `#something&at=85ms-cors-check`. Fragments that begin with `#/` name other pages and are left alone.
 */
const MOMENT = /(^#|&)at=([^&]*)/;

export function momentIn(hash: string): string | null {
  return hash.startsWith('#/') ? null : (MOMENT.exec(hash)?.[2] ?? null);
}

/** The fragment with another moment in it, or with none. */
export function withMoment(hash: string, moment: string | null): string {
  if (hash.startsWith('#/')) return hash;
  const rest = hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('at='));
  const parts = moment === null ? rest : [...rest, `at=${moment}`];
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}
