/** Where a redirect leads. */

import { percentEncodeBytes } from '../infrastructure/bytes';
import { getHeader } from '../infrastructure/headers';
import { parseUrl, type ParsedUrl } from '../infrastructure/urls';
import type { FetchParams, InternalResponse } from './fetch-params';

/** https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** https://fetch.spec.whatwg.org/#concept-response-location-url */
export function locationUrl(
  params: FetchParams,
  response: InternalResponse,
  base: ParsedUrl,
): ParsedUrl | 'invalid' | null {
  const { emptyLocation, locationBytes } = params.environment.profile.redirect;
  const location = getHeader(response.headers, 'location');
  if (location === null || (location === '' && emptyLocation !== 'relative')) return null;
  const url = parseUrl(locationBytes === 'percent-encoded' ? percentEncodeBytes(location) : location, base.href);
  if (url === null) return 'invalid';
  return url.hash === '' && base.hash !== '' && !url.href.endsWith('#') ? (parseUrl(url.href + base.hash) ?? url) : url;
}

/** Schemes that Chromium can load, but never lets a server lead to. */
const UNSAFE_SCHEMES = new Set(['data', 'about', 'blob', 'file', 'filesystem']);
export function isUnsafeScheme(url: ParsedUrl): boolean {
  return UNSAFE_SCHEMES.has(url.scheme);
}

/** Schemes that Firefox lets no page of the web be led to. */
const UNLOADABLE_SCHEMES = new Set(['data', 'blob', 'file', 'javascript', 'ws', 'wss']);
export function isUnloadable(url: ParsedUrl): boolean {
  return UNLOADABLE_SCHEMES.has(url.scheme);
}
