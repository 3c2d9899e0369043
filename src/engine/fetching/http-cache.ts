/** The HTTP cache, as far as CORS meets it. https://httpwg.org/specs/rfc9111.html */

import type { CacheMode, HeaderList, HttpCacheEntry } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { isSingleRange } from '../infrastructure/ranges';
import { parseUrl } from '../infrastructure/urls';
import { freshnessLifetime, isFreshnessGiven, mayServeUnasked, mustNotBeStored } from './http-cache-freshness';
import { currentUrl, sendsCredentials, type FetchParams, type InternalResponse } from './fetch-params';
import { isRedirectStatus, locationUrl } from './redirect-locations';
import { note, way } from './trace';

export interface CachedResponse {
  entry: HttpCacheEntry;
  /** It may be used without asking the server. */
  usable: boolean;
  /** Otherwise the headers that ask. */
  validators: HeaderList;
}

/** null: nothing stored for this request. */
export function lookUp(params: FetchParams, headers: HeaderList, mode: CacheMode): CachedResponse | null {
  const { environment, request } = params;
  const { httpCache } = environment.profile;
  const { store, partition } = environment;
  if (store.httpCache.length === 0) return null;
  const method = request.method === 'HEAD' && httpCache.head === 'answered-by-get' ? 'GET' : request.method;
  const { wire } = currentUrl(request);
  const key = keyOf(params, headers);
  const entry = store.httpCache.find(
    (one) => one.url === wire && one.method === method && one.partition === partition && one.key === key,
  );
  if (!entry) return null;
  const matches = varyMatches(entry, headers);
  const validators = matches ? validatorsOf(params, entry) : validatorsAcrossVary(params, entry);
  if (!matches && validators.length === 0) return null;
  const stale = isStale(params, entry);
  const asks = httpCache.asksForAuthorization && getHeader(headers, 'authorization') !== null;
  const anyAge = mode === 'force-cache' || mode === 'only-if-cached';
  const usable = matches && (anyAge || (mode === 'default' && !stale && !asks));
  if (environment.trace) {
    way(params, { step: 'http-cache-lookup', spec: 'http-cache-partitions', detail: { url: wire, stale } }, usable);
  }
  return { entry, usable, validators: usable ? [] : validators };
}

export function storeResponse(params: FetchParams, headers: HeaderList, response: InternalResponse): void {
  const { environment, request } = params;
  const { httpCache } = environment.profile;
  const { store } = environment;
  const { wire } = currentUrl(request);
  const { method } = request;
  if (httpCache.invalidatedBy(method, response.status, request.body !== null)) {
    // An unsafe method makes what is stored for the URL invalid
    const gone = new Set([wire, ...(httpCache.invalidatesLocations ? locationsOf(params, response) : [])]);
    store.httpCache = store.httpCache.filter((entry) => !gone.has(entry.url));
  }
  const hasKind = method === 'GET' || (method === 'HEAD' && httpCache.head === 'stored');
  if (!hasKind || !isStorable(params, response)) return;
  const { status, statusText, body } = response;
  const entry: HttpCacheEntry = {
    partition: environment.partition,
    method,
    url: wire,
    key: keyOf(params, headers),
    vary: variedBy(response, headers),
    response: { status, statusText, headers: response.headers, body },
    stored: environment.now(),
  };
  store.httpCache = [...store.httpCache.filter((other) => !takesPlaceOf(entry, other)), entry];
}

/** The names in Vary, each with the value that the request has. */
function variedBy(response: { headers: HeaderList }, headers: HeaderList): [string, string][] {
  const names = (getHeader(response.headers, 'vary') ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '').map((name) => [name, getHeader(headers, name) ?? '']);
}

/** https://httpwg.org/specs/rfc9111.html#invalidation: other URLs that the answer names. */
function locationsOf({ request }: FetchParams, { headers }: InternalResponse): string[] {
  const url = currentUrl(request);
  return ['location', 'content-location'].flatMap((name) => {
    const named = parseUrl(getHeader(headers, name) ?? '', url.href);
    return named?.hostname === url.hostname ? [named.wire] : [];
  });
}

function takesPlaceOf(entry: HttpCacheEntry, { url, method, partition, key }: HttpCacheEntry): boolean {
  return url === entry.url && method === entry.method && partition === entry.partition && key === entry.key;
}

/** What a browser tells stored responses apart by, besides method, URL and partition. */
function keyOf(params: FetchParams, headers: HeaderList): string {
  switch (params.environment.profile.httpCache.keyedBy) {
    case 'credentials':
      return sendsCredentials(params) ? 'with credentials' : '';
    case 'range':
      return getHeader(headers, 'range') ?? '';
    case 'nothing-else':
      return '';
  }
}

/** The request's Range is none that the cache deals with. */
export function rangePasses({ request, environment }: FetchParams): boolean {
  const range = getHeader(request.headers, 'range');
  const { passedByRanges } = environment.profile.httpCache;
  if (range === null || passedByRanges === 'none') return false;
  return passedByRanges === 'all' || !isSingleRange(range);
}

/** What has been stored for the current URL goes: its body was not read, or has turned out to be another. */
export function discardStored({ environment, request }: FetchParams): void {
  const { store, partition } = environment;
  if (store.httpCache.length === 0) return;
  const { wire } = currentUrl(request);
  store.httpCache = store.httpCache.filter((entry) => entry.url !== wire || entry.partition !== partition);
}

/** The stored response with the headers of the 304. */
export function freshen(
  params: FetchParams,
  entry: HttpCacheEntry,
  asked: HeaderList,
  response: InternalResponse,
): InternalResponse {
  const renewed = new Set(response.headers.map(([name]) => name.toLowerCase()));
  const kept = entry.response.headers.filter(([name]) => !renewed.has(name.toLowerCase()));
  const headers = [...kept, ...response.headers];
  const { store, now } = params.environment;
  const renewedResponse = { ...entry.response, headers };
  const fresh = { ...entry, response: renewedResponse, vary: variedBy(renewedResponse, asked), stored: now() };
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
  const { environment } = params;
  const { httpCache } = environment.profile;
  if (environment.origin === 'null' && !httpCache.forOpaquePages) return false;
  if (mustNotBeStored(response.headers)) return false;
  if (!httpCache.keepsSelfRedirects && leadsToItself(params, response)) return false;
  if (rangePasses(params)) return false;
  switch (httpCache.stores(response.status)) {
    case 'always':
      return true;
    case 'useful':
      return freshnessLifetime(httpCache, response) > 0 || validatorsIn(response.headers).length > 0;
    case 'dated':
      return isFreshnessGiven(response.headers);
    case 'never':
      return false;
  }
}

function leadsToItself(params: FetchParams, response: InternalResponse): boolean {
  const url = currentUrl(params.request);
  if (!isRedirectStatus(response.status)) return false;
  const target = locationUrl(params, response, url);
  return target !== null && target !== 'invalid' && target.href === url.href;
}

function isStale(params: FetchParams, { response, stored }: HttpCacheEntry): boolean {
  const { httpCache } = params.environment.profile;
  const serves = httpCache.serves === null || httpCache.serves.has(response.status);
  if (!serves || !mayServeUnasked(response.headers)) return true;
  const age = (params.environment.now() - stored) / 1000;
  return age >= freshnessLifetime(httpCache, response);
}

function varyMatches(entry: HttpCacheEntry, headers: HeaderList): boolean {
  return entry.vary.every(([name, value]) => name !== '*' && (getHeader(headers, name) ?? '') === value);
}

function validatorsOf(params: FetchParams, { response }: HttpCacheEntry): HeaderList {
  const { validated } = params.environment.profile.httpCache;
  return validated === null || validated.has(response.status) ? validatorsIn(response.headers) : [];
}

/** Of what is stored for a request that differs by Vary, the server may still know the ETag; its age says nothing. */
function validatorsAcrossVary(params: FetchParams, entry: HttpCacheEntry): HeaderList {
  if (!params.environment.profile.httpCache.asksAcrossVary) return [];
  return validatorsOf(params, entry).filter(([name]) => name === 'If-None-Match');
}

function validatorsIn(headers: HeaderList): HeaderList {
  const etag = getHeader(headers, 'etag');
  const modified = getHeader(headers, 'last-modified');
  const found: HeaderList = [];
  if (etag !== null) found.push(['If-None-Match', etag]);
  if (modified !== null) found.push(['If-Modified-Since', modified]);
  return found;
}
