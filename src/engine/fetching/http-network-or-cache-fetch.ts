/** https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch */

import type { CacheMode, HeaderList } from '../contract';
import { isSameOrigin } from '../infrastructure/origins';
import { normalizeRange } from '../infrastructure/ranges';
import { DOORS } from '../profiles/doors';
import { cacheHeaders, cacheModeOf, isConditional } from './cache-mode';
import { cookieHeader, storeResponseCookies } from './cookies';
import { failure, type Failure } from './failure';
import { currentUrl, requestOrigin, sendsCredentials, type FetchParams, type InternalResponse } from './fetch-params';
import { discardStored, freshen, lookUp, rangePasses, storeResponse } from './http-cache';
import { httpNetworkFetch } from './http-network-fetch';
import { DEFAULT_POLICY } from './referrer-policies';
import { gate, isNot } from './trace';

export async function httpNetworkOrCacheFetch(params: FetchParams): Promise<InternalResponse | Failure> {
  const { request, environment } = params;
  const { record } = request;
  params.exchange = undefined;
  const withCredentials = sendsCredentials(params);
  const mode = cacheModeOf(params);
  const headers = httpHeaders(params, withCredentials);
  // Step 8.23 to 8.25
  const cached = passesCache(params, mode) ? null : lookUp(params, headers, mode);
  request.fromCache = cached?.usable ?? false;
  if (cached?.usable) return { ...cached.entry.response, ok: true, urls: [...request.urls], type: 'default' };
  // Step 10.1
  if (record.cache === 'only-if-cached' && environment.profile.httpCache.missFailsOnlyIfCached) {
    const step = 'http-cache-lookup';
    const compared = isNot({ who: 'cache', value: null }, 'a stored response');
    gate(params, { step, spec: 'concept-http-network-or-cache-fetch', compared }, 'only-if-cached-miss');
    return failure({
      step,
      reason: 'only-if-cached-miss',
      phase: 'request',
      url: currentUrl(request),
    });
  }
  if (cached) headers.push(...cached.validators);
  const response = await httpNetworkFetch(params, {
    kind: 'actual',
    method: request.method,
    url: currentUrl(request),
    headers,
    body: request.body,
  });
  if (!response.ok) return response;
  if (withCredentials) storeResponseCookies(params, response);
  // Step 10.4: the answer to a revalidation stands for the stored response
  if (cached && response.status === 304) return freshen(params, cached.entry, headers, response);
  if (cached && request.method === 'HEAD') discardStored(params);
  if (mode !== 'no-store') storeResponse(params, headers, response);
  return response;
}

function passesCache(params: FetchParams, mode: CacheMode): boolean {
  const { request, environment } = params;
  const { redirectsPass } = environment.profile.httpCache;
  if (mode === 'no-store' || mode === 'reload') return true;
  if (redirectsPass && request.redirects > 0 && !request.fromCache) return true;
  return rangePasses(params);
}

/** Steps 8.4 to 8.22 */
function httpHeaders(params: FetchParams, withCredentials: boolean): HeaderList {
  const { request } = params;
  const { method, body } = request;
  const headers: HeaderList = rangesNormalized(params);
  if (body !== null) headers.push(['Content-Length', String(body.length)]);
  else if (method === 'POST' || method === 'PUT') headers.push(['Content-Length', '0']);
  const origin = originHeader(params);
  request.sentOrigin = origin;
  if (origin !== null) headers.push(['Origin', origin]);
  if (request.sentReferrer !== 'no-referrer') headers.push(['Referer', request.sentReferrer]);
  headers.push(...cacheHeaders(params));
  if (withCredentials) {
    const cookies = cookieHeader(params);
    if (cookies !== '') headers.push(['Cookie', cookies]);
  }
  return headers;
}

/** The headers of the page, its Range as a cache that has read it asks for it. */
function rangesNormalized(params: FetchParams): HeaderList {
  const { headers, method, record } = params.request;
  const { network } = params.environment.profile;
  const read = network.normalizesRange && method === 'GET' && record.cache !== 'no-store' && !isConditional(headers);
  if (!read) return [...headers];
  return headers.map(([name, value]) => [name, name.toLowerCase() === 'range' ? normalizeRange(value) : value]);
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** https://fetch.spec.whatwg.org/#append-a-request-origin-header */
function originHeader(params: FetchParams): string | null {
  const { request, environment } = params;
  const origin = requestOrigin(params);
  if (request.tainting === 'cors' || request.record.mode === 'websocket') return origin;
  const { mode, destination } = request.record;
  if (mode === 'cors' && destination !== '' && DOORS[environment.profile.name].ownOriginFromElements) return origin;
  if (isRead(request.method)) {
    return environment.profile.redirect.keepsOriginAfterMethodChange && !request.justCrossed
      ? request.sentOrigin
      : null;
  }
  if (request.crossed && environment.profile.redirect.nullsOriginOnceCrossed) return 'null';
  if (request.record.mode === 'cors') return origin;
  const url = currentUrl(request);
  const { policyHidesOrigin } = environment.profile.request;
  if (policyHidesOrigin === 'never') return origin;
  if (policyHidesOrigin === 'at-first' && request.redirects > 0)
    return request.justCrossed ? origin : request.sentOrigin;
  switch (request.policyIgnored ? DEFAULT_POLICY : request.referrerPolicy) {
    case 'no-referrer':
      return 'null';
    case 'no-referrer-when-downgrade':
    case 'strict-origin':
    case 'strict-origin-when-cross-origin':
      return environment.clientUrl.scheme === 'https' && url.scheme !== 'https' ? 'null' : origin;
    case 'same-origin':
      return isSameOrigin(origin, url) ? origin : 'null';
    default:
      return origin;
  }
}
