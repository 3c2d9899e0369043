/** How long a stored response is fresh. https://httpwg.org/specs/rfc9111.html#calculating.freshness.lifetime */

import type { HeaderList } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { EPOCH } from '../infrastructure/epoch';
import type { HttpCacheSwitches } from '../profiles/http-caches';

const QUOTES = /^"|"$/g;

export function mustNotBeStored(headers: HeaderList): boolean {
  return directives(headers).has('no-store');
}

export function mayServeUnasked(headers: HeaderList): boolean {
  return !directives(headers).has('no-cache');
}

export function isFreshnessGiven(headers: HeaderList): boolean {
  return directives(headers).has('max-age') || getHeader(headers, 'expires') !== null;
}

/** Seconds. Where nothing is said, a tenth of the time since the last modification. */
export function freshnessLifetime(
  { permanent, heuristic, readsQuotedAges }: HttpCacheSwitches,
  { status, headers }: { status: number; headers: HeaderList },
): number {
  const maxAge = directives(headers).get('max-age');
  if (maxAge !== undefined) return Number(readsQuotedAges ? maxAge.replace(QUOTES, '') : maxAge) || 0;
  const date = Date.parse(getHeader(headers, 'date') ?? '');
  const now = Number.isNaN(date) ? EPOCH : date;
  const expires = getHeader(headers, 'expires');
  if (expires !== null) return (Date.parse(expires) - now) / 1000 || 0;
  if (permanent.has(status)) return Infinity;
  if (!heuristic.has(status)) return 0;
  return (now - Date.parse(getHeader(headers, 'last-modified') ?? '')) / 10_000 || 0;
}

function directives(headers: HeaderList): Map<string, string> {
  const value = getHeader(headers, 'cache-control');
  const found = new Map<string, string>();
  if (value === null) return found;
  for (const member of value.split(',')) {
    const [name = '', argument = ''] = member.split('=');
    found.set(name.trim().toLowerCase(), argument.trim());
  }
  return found;
}
