import type { KeptCookie, KeptPermission } from '@/explain';

/** When it expires; null: with the session. */
const expiryOf = (item: KeptPermission | KeptCookie): number | null =>
  'cookie' in item ? item.cookie.expires : item.expires;

/** How many of them still count, and how many no longer do: "27 more, 72 expired". */
export function moreOf(items: readonly (KeptPermission | KeptCookie)[], now: number): string {
  const live = items.filter((item) => (expiryOf(item) ?? Infinity) > now).length;
  const expired = items.length - live;
  return [...(live > 0 ? [`${live} more`] : []), ...(expired > 0 ? [`${expired} expired`] : [])].join(', ');
}
