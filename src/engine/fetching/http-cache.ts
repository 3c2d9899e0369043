/** The HTTP cache, as far as CORS meets it. https://httpwg.org/specs/rfc9111.html */

import type { CacheMode, HeaderList, HttpCacheEntry } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { note, way } from './trace';

export interface CachedResponse {
  entry: HttpCacheEntry;
  /** It may be used without asking the server. */
  usable: boolean;
  /** Otherwise the headers that ask. */
  validators: HeaderList;
}

const CACHEABLE_WITHOUT_FRESHNESS = new Set([200, 203, 204, 300, 404, 405, 410, 414, 501]);

/** null: nothing stored for this request. */
export function lookUp(params: FetchParams, headers: HeaderList, mode: CacheMode): CachedResponse | null {
  const { environment, request } = params;
  const { store } = environment;
  if (store.httpCache.length === 0 || request.method !== 'GET') return null;
  const { wire } = currentUrl(request);
  const entry = store.httpCache.find(
    (candidate) =>
      candidate.url === wire && candidate.partition === environment.partition && varyMatches(candidate, headers),
  );
  if (!entry) return null;
  const stale = isStale(params, entry);
  const usable = mode === 'force-cache' || mode === 'only-if-cached' || (mode === 'default' && !stale);
  if (environment.trace) {
    way(params, { step: 'http-cache-lookup', spec: 'http-cache-partitions', detail: { url: wire, stale } }, usable);
  }
  return { entry, usable, validators: usable ? [] : validatorsOf(entry) };
}

export function storeResponse(params: FetchParams, headers: HeaderList, response: InternalResponse): void {
  const { environment, request } = params;
  const { store } = environment;
  const { wire } = currentUrl(request);
  if (request.method !== 'GET') {
    // An unsafe method that succeeds makes what is stored for the URL invalid
    const unsafe = request.method !== 'HEAD' && request.method !== 'OPTIONS';
    if (unsafe && response.status < 400 && store.httpCache.length > 0) {
      store.httpCache = store.httpCache.filter((entry) => entry.url !== wire);
    }
    return;
  }
  if (!isStorable(params, response)) return;
  const vary = getHeader(response.headers, 'vary') ?? '';
  const entry: HttpCacheEntry = {
    partition: environment.partition,
    method: 'GET',
    url: wire,
    vary: vary
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== '')
      .map((name) => [name, getHeader(headers, name) ?? '']),
    response: {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
      body: response.body,
    },
    stored: environment.now(),
  };
  store.httpCache = [
    ...store.httpCache.filter((other) => other.url !== wire || other.partition !== entry.partition),
    entry,
  ];
}

/** What has been stored for the current URL goes: the answer was cut off before its body was read. */
export function discardStored({ environment, request }: FetchParams): void {
  const { store, partition } = environment;
  if (store.httpCache.length === 0) return;
  const { wire } = currentUrl(request);
  store.httpCache = store.httpCache.filter((entry) => entry.url !== wire || entry.partition !== partition);
}

/** The stored response with the headers of the 304. */
export function freshen(params: FetchParams, entry: HttpCacheEntry, response: InternalResponse): InternalResponse {
  const renewed = new Set(response.headers.map(([name]) => name.toLowerCase()));
  const kept = entry.response.headers.filter(([name]) => !renewed.has(name.toLowerCase()));
  const headers = [...kept, ...response.headers];
  const { store, now } = params.environment;
  const fresh = { ...entry, response: { ...entry.response, headers }, stored: now() };
  store.httpCache = store.httpCache.map((other) => (other === entry ? fresh : other));
  if (params.environment.trace) {
    note(params, {
      step: 'http-cache-lookup',
      spec: 'concept-http-network-or-cache-fetch',
      detail: { revalidated: true },
    });
  }
  return { ...fresh.response, ok: true, urls: response.urls, type: 'default' };
}

function isStorable(params: FetchParams, response: InternalResponse): boolean {
  const { profile, origin } = params.environment;
  if (origin === 'null' && !profile.response.cachesForOpaquePages) return false;
  const control = directives(response.headers);
  if (control.has('no-store') || getHeader(response.headers, 'vary')?.trim() === '*') return false;
  if (response.status === 206) return false;
  if (freshnessGiven(response.headers)) return true;
  if (isAlwaysFresh(params, response.status)) return true;
  const validator = getHeader(response.headers, 'etag') ?? getHeader(response.headers, 'last-modified');
  return CACHEABLE_WITHOUT_FRESHNESS.has(response.status) && (validator !== null || control.has('no-cache'));
}

function freshnessGiven(headers: HeaderList): boolean {
  return directives(headers).has('max-age') || getHeader(headers, 'expires') !== null;
}

function isAlwaysFresh(params: FetchParams, status: number): boolean {
  return params.environment.profile.response.alwaysFresh.includes(status);
}

function isStale(params: FetchParams, entry: HttpCacheEntry): boolean {
  const { headers, status } = entry.response;
  const control = directives(headers);
  if (control.has('no-cache')) return true;
  if (!freshnessGiven(headers) && isAlwaysFresh(params, status)) return false;
  const age = (params.environment.now() - entry.stored) / 1000;
  return age >= freshnessLifetime(headers);
}

/** Seconds. Heuristic freshness is a tenth of the time since the last modification. */
function freshnessLifetime(headers: HeaderList): number {
  const maxAge = directives(headers).get('max-age');
  if (maxAge !== undefined) return Number(maxAge) || 0;
  const date = Date.parse(getHeader(headers, 'date') ?? '');
  const expires = Date.parse(getHeader(headers, 'expires') ?? '');
  if (!Number.isNaN(expires)) return Number.isNaN(date) ? 0 : (expires - date) / 1000;
  const modified = Date.parse(getHeader(headers, 'last-modified') ?? '');
  return Number.isNaN(modified) || Number.isNaN(date) ? 0 : (date - modified) / 10_000;
}

function directives(headers: HeaderList): Map<string, string> {
  const value = getHeader(headers, 'cache-control');
  const found = new Map<string, string>();
  if (value === null) return found;
  for (const member of value.split(',')) {
    const [name = '', argument = ''] = member.split('=');
    found.set(name.trim().toLowerCase(), argument.trim().replace(/^"|"$/g, ''));
  }
  return found;
}

function varyMatches(entry: HttpCacheEntry, headers: HeaderList): boolean {
  return entry.vary.every(([name, value]) => (getHeader(headers, name) ?? '') === value);
}

function validatorsOf(entry: HttpCacheEntry): HeaderList {
  const { headers } = entry.response;
  const etag = getHeader(headers, 'etag');
  const modified = getHeader(headers, 'last-modified');
  const validators: HeaderList = [];
  if (etag !== null) validators.push(['If-None-Match', etag]);
  if (modified !== null) validators.push(['If-Modified-Since', modified]);
  return validators;
}
