import { headerValue, members } from '@/explain/headers';
import type { Exchange } from '@/scenario/result';
import type { Place } from '../contract';

/** What an answer says about CORS. Whether a browser agrees is found out by running one. */

export const allowOrigin = (exchange: Exchange): string | null =>
  headerValue(exchange.responseHeaders, 'access-control-allow-origin');

export const saysCredentials = (exchange: Exchange): boolean =>
  headerValue(exchange.responseHeaders, 'access-control-allow-credentials') === 'true';

/** The server names this origin, as `*` or as itself. */
export function lets(exchange: Exchange, origin: string): boolean {
  const said = allowOrigin(exchange);
  return said === '*' || said === origin;
}

export function variesByOrigin(exchange: Exchange): boolean {
  return members(headerValue(exchange.responseHeaders, 'vary')).some((name) => /^(origin|\*)$/i.test(name));
}

/** Where a header of an answer was written. */
export function placeOf(exchange: Exchange, header: string): Place | null {
  const line = exchange.source?.headers?.find(({ name }) => name.toLowerCase() === header)?.line;
  if (line !== undefined) return { in: 'code', line };
  if (exchange.route !== undefined) return { in: 'routes', route: exchange.route, header };
  return exchange.source?.line === undefined ? null : { in: 'code', line: exchange.source.line };
}
