import type { HeaderList } from '@/engine';

/** Directives by lower-case name; `true` where there is no argument. https://www.rfc-editor.org/rfc/rfc9111#section-5.2 */
export function cacheControl(headers: HeaderList): ReadonlyMap<string, string | true> {
  const directives = new Map<string, string | true>();
  for (const part of valuesOf(headers, 'cache-control')) {
    const [name = '', argument] = part.split('=', 2);
    if (name.trim() === '') continue;
    directives.set(name.trim().toLowerCase(), argument?.trim().replace(/^"(.*)"$/, '$1') ?? true);
  }
  return directives;
}

/** The members of a list header, over all its lines. */
export function valuesOf(headers: HeaderList, wanted: string): string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === wanted)
    .flatMap(([, value]) => value.split(','))
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Seconds an answer stays fresh in a shared cache: s-maxage, max-age, Expires; null where none says. RFC 9111, 4.2.1 */
export function freshnessLifetime(headers: HeaderList): number | null {
  const directives = cacheControl(headers);
  for (const name of ['s-maxage', 'max-age']) {
    const argument = directives.get(name);
    if (typeof argument === 'string') return /^\d+$/.test(argument) ? Number(argument) : 0;
  }
  const one = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const expires = one('expires');
  const date = one('date');
  if (expires === undefined) return null;
  const seconds = (Date.parse(expires) - Date.parse(date ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
