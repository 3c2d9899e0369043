/** What the HTTP cache of each browser keeps, and what it does with it. Measured, status by status, for 41 statuses. */

export interface HttpCacheSwitches {
  /**
   * Whether the answer to GET is stored, by its status. `useful`: where it stays fresh for a while or can be asked about.
   * `dated`: where it says how long it is fresh.
   */
  stores: (status: number) => 'always' | 'useful' | 'dated' | 'never';
  /** Statuses that serve while they are fresh; null: all that are stored. */
  serves: ReadonlySet<number> | null;
  /** Statuses that are fresh for good where nothing is said. */
  permanent: ReadonlySet<number>;
  /** Statuses whose freshness is guessed from Last-Modified. */
  heuristic: ReadonlySet<number>;
  /** Statuses that are asked about with their validators once they are stale; null: all that are stored. */
  validated: ReadonlySet<number> | null;
  /** `max-age="60"` is as good as `max-age=60`. */
  readsQuotedAges: boolean;
  /** What is stored for a request that differs by Vary is asked about with its ETag. */
  asksAcrossVary: boolean;
  /** HEAD is answered by what GET has stored, is stored itself, or goes by. */
  head: 'answered-by-get' | 'stored' | 'passes';
  /** What stored responses are told apart by, besides method, URL and partition. */
  keyedBy: 'nothing-else' | 'credentials' | 'range';
  /** Requests with Range, or with one that is no single range, are neither stored nor answered. */
  passedByRanges: 'all' | 'unreadable' | 'none';
  /** Under `only-if-cached`, what is not stored is a network error; else it is asked for. */
  missFailsOnlyIfCached: boolean;
  /** A request with Authorization is asked whatever is stored. */
  asksForAuthorization: boolean;
  /** Whether what is stored for the URL is invalid after an answer of that status. */
  invalidatedBy: (method: string, status: number, withBody: boolean) => boolean;
  /** And what is stored for the URLs in its Location and Content-Location, on the same host. */
  invalidatesLocations: boolean;
  /** The cache is not asked about where a redirect from the network leads; about that of a stored one it is. */
  redirectsPass: boolean;
  /** Pages with an opaque origin have one. */
  forOpaquePages: boolean;
  /** A redirect to the URL that it is of is kept. */
  keepsSelfRedirects: boolean;
  /** Which answers that fail the CORS check are kept all the same. */
  keepsRefused: 'all' | 'redirects' | 'others';
}

const isUnsafe = (method: string) => !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);

/** https://httpwg.org/specs/rfc9111.html */
export const STANDARD_CACHE: HttpCacheSwitches = {
  stores: (status) => (status === 206 ? 'never' : 'always'),
  serves: null,
  permanent: new Set([301, 308]),
  heuristic: new Set([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]),
  validated: null,
  readsQuotedAges: true,
  asksAcrossVary: false,
  head: 'answered-by-get',
  keyedBy: 'nothing-else',
  passedByRanges: 'all',
  missFailsOnlyIfCached: true,
  asksForAuthorization: false,
  invalidatedBy: (method, status) => isUnsafe(method) && status < 400,
  invalidatesLocations: false,
  redirectsPass: false,
  forOpaquePages: true,
  keepsSelfRedirects: true,
  keepsRefused: 'all',
};

/** net/http/http_cache_transaction.cc and net/http/http_response_headers.cc, GetFreshnessLifetimes */
const CHROMIUM_NEVER = new Set([205, 206, 401, 407, 416]);
export const CHROMIUM_CACHE: HttpCacheSwitches = {
  stores: (status) => (CHROMIUM_NEVER.has(status) ? 'never' : 'always'),
  serves: null,
  permanent: new Set([300, 301, 308, 410]),
  heuristic: new Set([200, 203]),
  validated: new Set([200]),
  readsQuotedAges: false,
  asksAcrossVary: true,
  head: 'answered-by-get',
  keyedBy: 'nothing-else',
  passedByRanges: 'unreadable',
  missFailsOnlyIfCached: true,
  asksForAuthorization: false,
  invalidatedBy: (method, status, withBody) =>
    status < 400 && (['POST', 'DELETE', 'PATCH'].includes(method) || (method === 'PUT' && withBody)),
  invalidatesLocations: false,
  redirectsPass: false,
  forOpaquePages: false,
  keepsSelfRedirects: true,
  keepsRefused: 'redirects',
};

/**
 * netwerk/protocol/http/nsHttpChannel.cpp, MaybeInvalidateCacheEntryForSubsequentGet; nsHttpResponseHead.cpp, MustValidate
 * and ComputeFreshnessLifetime
 */
const FIREFOX_NEVER = new Set([205, 300, 304, 305, 408, 429]);
const FIREFOX_SERVES = [200, 203, 204, 206, 301, 302, 303, 307, 308, 410];
export const FIREFOX_CACHE: HttpCacheSwitches = {
  stores: (status) => {
    if (FIREFOX_NEVER.has(status)) return 'never';
    return status === 303 ? 'dated' : 'always';
  },
  serves: new Set(FIREFOX_SERVES),
  permanent: new Set([410]),
  heuristic: new Set([200, 203, 204, 206, 301, 308, 410]),
  validated: new Set([200, 201, 202, 203, 204, 206, 226]),
  readsQuotedAges: false,
  asksAcrossVary: true,
  head: 'stored',
  keyedBy: 'credentials',
  passedByRanges: 'all',
  missFailsOnlyIfCached: true,
  asksForAuthorization: true,
  invalidatedBy: isUnsafe,
  invalidatesLocations: true,
  redirectsPass: false,
  forOpaquePages: true,
  // nsHttpChannel, redirectingBackToSameURI
  keepsSelfRedirects: false,
  keepsRefused: 'others',
};

/** Source/WebKit/NetworkProcess/cache/NetworkCache.cpp, makeStoreDecision; CacheValidation.cpp */
const WEBKIT_USEFUL = new Set([200, 203, 204, 206, 300, 301, 404, 405, 410, 414, 501]);
const WEBKIT_DATED = new Set([201, 202, 205, 302, 303, 307, 403, 406, 415]);
export const WEBKIT_CACHE: HttpCacheSwitches = {
  stores: (status) => {
    if (WEBKIT_USEFUL.has(status)) return 'useful';
    return WEBKIT_DATED.has(status) ? 'dated' : 'never';
  },
  serves: null,
  permanent: new Set([301, 410]),
  heuristic: WEBKIT_USEFUL,
  validated: null,
  readsQuotedAges: true,
  asksAcrossVary: false,
  head: 'passes',
  keyedBy: 'range',
  passedByRanges: 'none',
  missFailsOnlyIfCached: false,
  asksForAuthorization: false,
  invalidatedBy: (method) => method !== 'GET',
  invalidatesLocations: false,
  redirectsPass: true,
  forOpaquePages: true,
  keepsSelfRedirects: true,
  keepsRefused: 'redirects',
};
