/** https://fetch.spec.whatwg.org/#cors-preflight-cache */

import type { Comparison, PreflightCacheEntry } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { isCorsSafelistedMethod } from '../infrastructure/methods';
import { cacheModeOf } from './cache-mode';
import { missingNames, type PreflightResult } from './cors-preflight-fetch';
import { currentUrl, requestOrigin, type FetchParams } from './fetch-params';
import { note, way } from './trace';

/** Whether the cache allows the method and all the names, so that no preflight is needed. */
export function cacheAllows(params: FetchParams, names: readonly string[]): boolean {
  const why = whyNot(params, names);
  if (params.environment.trace) {
    const detail = { why: why ?? 'hit' };
    const cache = held(params);
    const compared = why === null ? comparedWith(cache, params, names) : undefined;
    way(params, { step: 'cache-lookup', spec: 'concept-cache-match', detail, cache, compared }, why === null);
    if (why === null) note(params, { step: 'cache-hit', spec: 'concept-cache-match' });
  }
  return why === null;
}

/** What the request needs allowed beside what is held; undefined where it needs nothing by name. */
function comparedWith(
  entries: readonly PreflightCacheEntry[],
  params: FetchParams,
  names: readonly string[],
): Comparison | undefined {
  const { method } = params.request;
  const needed = [...(isCorsSafelistedMethod(method) ? [] : [method]), ...names];
  if (needed.length === 0) return undefined;
  const value = [...new Set(entries.flatMap(({ methods, headerNames }) => [...methods, ...headerNames]))];
  return { relation: 'all-in', left: { who: 'request', value: needed }, right: { who: 'cache', value }, holds: true };
}

type WhyNot = 'no-entry' | 'expired' | 'bypassed' | 'credentials' | 'method-not-cached' | 'header-not-cached';

function whyNot(params: FetchParams, names: readonly string[]): WhyNot | null {
  const { store, profile, now } = params.environment;
  const rules = profile.cache;
  if (!mayCache(params) || rules.bypassedBy.includes(cacheModeOf(params))) return 'bypassed';
  const entries = store.preflightCache.filter((entry) => isForThisRequest(entry, params));
  if (entries.length === 0) return 'no-entry';
  const time = now();
  const fresh = entries.filter((entry) => entry.expires > time);
  const asksNothing = names.length === 0 && isCorsSafelistedMethod(params.request.method);
  const usable = rules.expiredAllowsNothing && asksNothing ? entries : fresh;
  const why = usable.length === 0 ? 'expired' : insufficiency(params, usable, names);
  if (why !== null && rules.dropsInsufficient) drop(params, entries);
  else if (fresh.length < entries.length && !rules.expiredAllowsNothing)
    drop(
      params,
      entries.filter((entry) => entry.expires <= time),
    );
  return why;
}

function insufficiency(
  params: FetchParams,
  entries: readonly PreflightCacheEntry[],
  names: readonly string[],
): WhyNot | null {
  const { request } = params;
  const rules = params.environment.profile.cache;
  const include = request.record.credentials === 'include';
  const usable = entries.filter((entry) =>
    rules.credentialsAreKey ? entry.credentials === include : entry.credentials || !include,
  );
  if (usable.length === 0) return 'credentials';
  const methods = usable.flatMap((entry) => entry.methods);
  const allowed = usable.flatMap((entry) => entry.headerNames);
  const wildcard = rules.keepsWildcard && !include;
  const exempt = isCorsSafelistedMethod(request.method) && (request.method !== 'HEAD' || rules.headIsExempt);
  if (!exempt && !methods.includes(request.method) && !(wildcard && methods.includes('*'))) return 'method-not-cached';
  const missing = missingNames(names, allowed, wildcard && allowed.includes('*'), rules.wildcardCoversAuthorization);
  return missing.length > 0 ? 'header-not-cached' : null;
}

/** https://fetch.spec.whatwg.org/#concept-cache-create-entry */
export function storePreflightResult(params: FetchParams, result: PreflightResult): void {
  const { environment, request } = params;
  const rules = environment.profile.cache;
  if (!mayCache(params) || rules.notStoredFor.includes(cacheModeOf(params))) return;
  if (!result.methods.ok || !result.headerNames.ok) return;
  const value = getHeader(result.response.headers, 'access-control-max-age');
  const age = Math.min(value === null ? rules.defaultAge : rules.age(value), rules.maximumAge);
  if (age <= 0) return;
  const stored = environment.now();
  const entry: PreflightCacheEntry = {
    origin: cacheOrigin(params),
    url: cacheUrl(params),
    partition: environment.partition,
    credentials: request.record.credentials === 'include',
    methods: result.methods.tokens,
    headerNames: result.headerNames.tokens,
    stored,
    expires: stored + age * 1000,
  };
  const { store } = environment;
  if (rules.keeps === 'result-per-url')
    drop(
      params,
      store.preflightCache.filter((other) => isForThisRequest(other, params)),
    );
  store.preflightCache = [
    ...withoutRenewed(store.preflightCache, entry),
    ...(rules.keeps === 'entry-per-name' ? split(entry) : [entry]),
  ];
  if (environment.trace) {
    const detail = { seconds: age, methods: [...entry.methods], headers: [...entry.headerNames], given: value ?? '' };
    note(params, { step: 'cache-stored', spec: 'concept-cache-create-entry', detail, cache: held(params) });
  }
}

/** One entry for each method and header name. */
function split(entry: PreflightCacheEntry): PreflightCacheEntry[] {
  return [
    ...entry.methods.map((method) => ({ ...entry, methods: [method], headerNames: [] })),
    ...entry.headerNames.map((name) => ({ ...entry, methods: [], headerNames: [name] })),
    ...(entry.methods.length + entry.headerNames.length === 0 ? [entry] : []),
  ];
}

/** An older entry for the same method or name is renewed by the newer one. */
function withoutRenewed(entries: readonly PreflightCacheEntry[], renewed: PreflightCacheEntry): PreflightCacheEntry[] {
  const names = new Set(renewed.headerNames.map((name) => name.toLowerCase()));
  return entries.filter(
    (entry) =>
      entry.origin !== renewed.origin ||
      entry.url !== renewed.url ||
      entry.partition !== renewed.partition ||
      entry.credentials !== renewed.credentials ||
      !(
        entry.methods.every((m) => renewed.methods.includes(m)) &&
        entry.headerNames.every((n) => names.has(n.toLowerCase()))
      ),
  );
}

/** https://fetch.spec.whatwg.org/#concept-cache-clear */
export function clearCacheEntries(params: FetchParams): void {
  const entries = params.environment.store.preflightCache.filter((entry) => isForThisRequest(entry, params));
  if (entries.length === 0) return;
  drop(params, entries);
  if (params.environment.trace) note(params, { step: 'cache-cleared', spec: 'concept-cache-clear', cache: [] });
}

function drop(params: FetchParams, entries: readonly PreflightCacheEntry[]): void {
  if (entries.length === 0) return;
  const { store } = params.environment;
  store.preflightCache = store.preflightCache.filter((entry) => !entries.includes(entry));
}

/** What the cache holds for this request's URL and origin. */
function held(params: FetchParams): PreflightCacheEntry[] {
  return params.environment.store.preflightCache.filter((entry) => isForThisRequest(entry, params));
}

function mayCache(params: FetchParams): boolean {
  if (cacheOrigin(params) !== 'null') return true;
  const { profile, origin } = params.environment;
  const { forOpaqueOrigins } = profile.cache;
  return forOpaqueOrigins === 'always' || (forOpaqueOrigins === 'page' && origin === 'null');
}

function isForThisRequest(entry: PreflightCacheEntry, params: FetchParams): boolean {
  return (
    entry.url === cacheUrl(params) &&
    entry.origin === cacheOrigin(params) &&
    entry.partition === params.environment.partition
  );
}

function cacheOrigin(params: FetchParams): string {
  const { profile, origin } = params.environment;
  return profile.preflight.keepsOriginWhenTainted ? origin : requestOrigin(params);
}

/** Query and fragment are part of the key. */
function cacheUrl(params: FetchParams): string {
  return currentUrl(params.request).href;
}
