/**
 * Where browsers differ: named switches that the algorithms ask. Each value in chromium.ts, firefox.ts and webkit.ts says
 * where the fact comes from; the standard's own answers are in standard.ts.
 */

import type { BrowserName, CacheMode, ConsoleLine, HeaderList, StoredCookie } from '../contract';
import type { Failure } from '../fetching/failure';
import type { FetchParams, InternalResponse } from '../fetching/fetch-params';
import type { RequestCheckName } from '../fetching/main-fetch';
import type { RedirectCheckName } from '../fetching/redirect-checks';
import type { SafelistRules } from '../infrastructure/safelisted-headers';
import type { CookieRefusal, CookieRules } from '../infrastructure/cookie-store';
import type { CookieOddity, CookieSyntax, ParsedCookie, UnreadableCookie } from '../infrastructure/set-cookie';
import type { ParsedUrl } from '../infrastructure/urls';
import type { HttpCacheSwitches } from './http-caches';

export interface Profile {
  name: BrowserName;
  request: RequestSwitches;
  safelist: SafelistRules;
  preflight: PreflightSwitches;
  cache: PreflightCacheSwitches;
  redirect: RedirectSwitches;
  cookies: CookieSwitches;
  response: ResponseSwitches;
  httpCache: HttpCacheSwitches;
  network: NetworkSwitches;
  words: Words;
}

export interface RequestSwitches {
  /** What is checked before anything is sent, in order. */
  checks: readonly RequestCheckName[];
  /** Whether https pages may load http from a loopback name. */
  loopbackIsNotMixedContent: boolean;
  /** Policies that count as the default on the way to another site, which they would give more. */
  ignoredReferrerPolicies: ReadonlySet<string>;
  /** Outside CORS, Origin is `null` where the referrer policy hides the referrer: wherever, or before the first redirect. */
  policyHidesOrigin: 'always' | 'at-first' | 'never';
  /** A referrer is not told where the way leads from https to anything else, or from what is trustworthy to what is not. */
  referrerDowngrade: 'from-https' | 'from-trustworthy';
  /** Referer that a page with an opaque origin sends. */
  opaquePageReferrer: 'none' | 'page';
  /** What integrity metadata is held against where a redirect is handed out: what came with it, what the page gets of that, or nothing. */
  redirectIntegrity: 'body' | 'body-of-filtered' | 'nothing';
  /** Integrity metadata of nothing but white space asks for no check. */
  blankIntegrityIsNone: boolean;
}

export type PreflightCheckName =
  'redirect' | 'cors' | 'status' | 'methods-syntax' | 'headers-syntax' | 'method' | 'headers';

export interface PreflightSwitches {
  /** The checks of a preflight's answer, in order. */
  checks: readonly PreflightCheckName[];
  /** Whether an upload listener forces a preflight of a request without a body. */
  uploadListenerWithoutBody: boolean;
  /** An answer without Access-Control-Allow-Methods allows the method of a request with an upload listener: step 7.4. */
  listenerImpliesMethod: boolean;
  /** Access-Control-Request-Headers names a header as often as it was given. */
  repeatsNames: boolean;
  /** `*` in Access-Control-Allow-Headers covers Authorization, against the text of the standard. */
  wildcardCoversAuthorization: boolean;
  /** The preflight after a cross-origin redirect carries the page's origin instead of `null`, and is judged by it. */
  keepsOriginWhenTainted: boolean;
  /** After a redirect a preflight is sent again although nothing is left to ask. */
  onceUnsafeAlwaysUnsafe: boolean;
  /** After a redirect, Access-Control-Request-Headers still has the names of headers that the redirect removed. */
  namesDroppedHeaders: boolean;
  /** After a second redirect, names that an earlier change of method has dropped stand there again. */
  namesReturn: boolean;
  /** The header that the console names when several are not allowed. */
  namedHeader: (missing: readonly string[], params: FetchParams) => string;
}

export interface PreflightCacheSwitches {
  /** One entry for each method and name, or one for each URL. */
  keeps: 'entry-per-name' | 'result-per-url';
  /** Seconds. */
  maximumAge: number;
  /** Seconds, when the header is missing. */
  defaultAge: number;
  /** Seconds for a value of Access-Control-Max-Age; 0: not cached. */
  age: (value: string) => number;
  /** An entry stored with credentials does for requests without, or is another entry. */
  credentialsAreKey: boolean;
  /** `*` is kept as a wildcard. */
  keepsWildcard: boolean;
  /** `*` in the cache covers Authorization. */
  wildcardCoversAuthorization: boolean;
  /** HEAD needs no entry. */
  headIsExempt: boolean;
  /** A result is stored as soon as the answer parses, whether or not it allows this request. */
  storesRefusals: boolean;
  /** Whether requests with the origin `null` use the cache; `page`: those of sandboxed pages, but none that only a redirect made so. */
  forOpaqueOrigins: 'never' | 'page' | 'always';
  /** Cache modes of the request that look past the preflight cache. */
  bypassedBy: readonly string[];
  /** Cache modes of the request whose preflights are not stored. */
  notStoredFor: readonly string[];
  /** An entry without anything in it that is still fresh does for requests that ask for nothing. */
  expiredAllowsNothing: boolean;
  /** An expired or insufficient result is dropped when it is found. */
  dropsInsufficient: boolean;
  /** Entries are dropped when the request they let through then fails; or any, unless it is for its redirect mode alone. */
  clearedBy: 'failure-after-preflight' | 'any-failure-but-redirect-mode' | 'nothing';
}

export interface RedirectSwitches {
  /** A redirect to a URL with credentials is refused even within no-cors or the same origin. */
  refusesCredentialsAlways: boolean;
  /** 3xx without Location under redirect mode `error`: 'return' hands the response out. */
  missingLocationInErrorMode: 'return' | 'fail';
  /** How many redirects are followed. */
  maximum: number;
  maximumForKeepalive: number;
  /** Bytes of Location beyond ASCII, before it is parsed. */
  locationBytes: 'percent-encoded' | 'characters';
  /** An empty Location: a relative URL, none, or none that can be followed. */
  emptyLocation: 'relative' | 'none' | 'fails';
  /** Each redirect starts from the headers that the page gave: what an earlier one has dropped is back. */
  startsFromGiven: boolean;
  /** Headers of the body, and User-Agent, that a redirect has dropped come back with the next, as long as it is CORS. */
  droppedHeadersReturn: boolean;
  /** A Referrer-Policy that comes with a redirect is about what was sent, even if that was by a policy that is ignored. */
  policyNarrowsReferrer: boolean;
  /** Origin stays although a redirect has made the method GET, as long as it stays within an origin, outside CORS. */
  keepsOriginAfterMethodChange: boolean;
  /** Headers of the page that do not follow to other origins than its own. Lower case. */
  droppedHeaders: ReadonlySet<string>;
  /** A redirect within the page's origin puts the browser's User-Agent in the place of the page's. */
  dropsUserAgent: boolean;
  /** Outside CORS, Origin is `null` once a redirect has led to another origin. */
  nullsOriginOnceCrossed: boolean;
  /**
   * What is checked of the target, in order: before anything else of the answer; before the CORS check, if it is to be
   * followed; before redirect mode `error` counts; and after.
   */
  checks: {
    first: readonly RedirectCheckName[];
    beforeCors: readonly RedirectCheckName[];
    beforeError: readonly RedirectCheckName[];
    toFollow: readonly RedirectCheckName[];
  };
  /** The page itself looks at a redirect only when the preflight of the next hop has been answered. */
  pageLooksAfterPreflight: boolean;
  /** The method after a redirect where the standard keeps it. */
  methodAfter: ((method: string, sameOrigin: boolean) => string) | null;
}

export interface CookieSwitches {
  syntax: CookieSyntax;
  rules: CookieRules;
  /** What happens to cookies of another site than the page's. */
  thirdParty: 'allowed' | 'partitioned' | 'blocked';
  /** http and https of one host are different sites for SameSite. */
  schemeful: boolean;
  /** A cookie without SameSite counts as Lax. */
  defaultIsLax: boolean;
  /** `Secure` cookies go to http on a loopback name. */
  secureOnLoopback: boolean;
  /**
   * What an opaque page is to its own site: a third party, or at least not that. It is cross-site for SameSite, or so to all
   * hosts but its own.
   */
  opaquePage: 'third-party' | 'first-party' | 'same-site-to-its-host';
  /** A redirect that was given by another site makes the request cross-site for SameSite. */
  sameSiteLooksAtRedirects: boolean;
  /** Once a redirect chain has met a third party, no cookies go along, wherever it leads. */
  thirdPartySticks: boolean;
}

export interface ResponseSwitches {
  /** Response.body of an answer to HEAD. */
  headBody: 'null' | 'empty';
  /** Response.body of an opaque-redirect response; `unless-nowhere`: empty, where the answer leads anywhere. */
  opaqueRedirectBody: 'null' | 'empty' | 'unless-nowhere';
  /** Response.body of 204 and its like. */
  nullBodyStatusBody: 'null' | 'empty';
  opaqueResponseBlocking: boolean;
  /** It withholds such responses from the no-cors requests of scripts, too, and the HTTP cache does not keep them. */
  withholdsFromScripts: boolean;
  /** about:blank can be fetched, without CORS. */
  aboutBlank: boolean;
  /** Responses of data: URLs have a Content-Length; `unchecked`: for fetch(), unless integrity metadata is given. */
  dataUrlsHaveLength: 'unchecked' | 'never';
  /** Response.url has the user and password of the URL. */
  urlKeepsCredentials: 'always' | 'same-origin';
}

export interface NetworkSwitches {
  /** Every header the browser adds, put in its order. */
  wireHeaders: (params: FetchParams, kind: 'preflight' | 'actual', url: ParsedUrl, headers: HeaderList) => HeaderList;
  /** The Sec-Fetch-* headers that are sent for this hop. */
  fetchMetadata: (params: FetchParams, kind: 'preflight' | 'actual', url: ParsedUrl) => readonly MetadataName[];
  /** Whether scripts may set User-Agent; otherwise it is ignored. */
  userAgentIsSettable: boolean;
  /** A CORS request that was redirected to another origin loses the headers of its cache mode. */
  dropsCacheHeadersWhenCrossing: boolean;
  /** After redirects, preflights to the page's own site have the Referer that the first hop had, others its origin. */
  preflightKeepsReferrer: boolean;
  /** Headers of the page that are sent with a preflight, too. Lower case. */
  preflightCarries: readonly string[];
  /** Cache-Control and Pragma that the browser adds for a cache mode, unless the page has set them. */
  cacheHeaders: (mode: CacheMode) => HeaderList;
  /** The cache mode that If-None-Match and its like turn `default` into. */
  conditionalCacheMode: CacheMode;
  /** XMLHttpRequest leaves the cache mode alone, whatever headers it is given. */
  xhrIgnoresConditions: boolean;
  /** Preflights carry them, too. */
  preflightHasCacheHeaders: boolean;
  /** What Sec-Fetch-Site of a preflight looks at. */
  preflightSite: 'url-list' | 'current-url' | 'tainted-is-cross-site';
  /** What is of one site for Sec-Fetch-Site. */
  metadataSite: MetadataSite;
  /** In the value of a header that arrives, each byte that is no UTF-8 is U+FFFD, whose bytes are then characters. */
  mendsUtf8: boolean;
  /** The HTTP cache reads a Range of a single range and writes it anew. */
  normalizesRange: boolean;
}

/** `secure-page-and-redirects`: not the scheme that is asked for counts, but the page's, and those of redirects. */
export type MetadataSite = 'schemeful' | 'secure-page-and-redirects';

export type MetadataName = 'site' | 'mode' | 'dest' | 'storage-access';

export interface Words {
  /** Characters that are left of a line. */
  longestLine: number;
  /** The lines that the browser prints for a failure, in its order. */
  failure: (failure: Failure, params: FetchParams) => ConsoleLine[];
  /** What fetch() rejects with. */
  rejection: { name: string; message: string };
  /** Lines for an answer that gets through: status 404 in Chromium. */
  response: (response: InternalResponse, params: FetchParams) => ConsoleLine[];
  /** Lines for a referrer policy that is not obeyed. */
  referrerPolicyIgnored: (policy: string, url: string) => ConsoleLine[];
  /** Lines for what an https page shows, and is asked for over https in place of http. */
  upgraded: (url: string, page: string) => ConsoleLine[];
  /** Lines for a referrer that is too long, and cut down to its origin. */
  referrerCut: (origin: string) => ConsoleLine[];
  /** Lines for a preflight that passes: Firefox warns about Authorization under `*`. */
  authorizationUnderWildcard: (url: string) => ConsoleLine[];
  /** Lines for integrity metadata that cannot be read, or not all of it. */
  integrityRead: (metadata: string) => ConsoleLine[];
  /** Lines for a cookie that a response sets. */
  cookieStored: (cookie: ParsedCookie, stored: StoredCookie) => ConsoleLine[];
  /** Lines for a cookie that cannot be read. */
  cookieUnreadable: (why: UnreadableCookie, name: string) => ConsoleLine[];
  /** Lines for what is odd about a cookie that can be read all the same. */
  cookieOddity: (what: CookieOddity, name: string) => ConsoleLine[];
  /** Lines for a cookie that would have gone along but for a redirect by another site. */
  cookieOmitted: (cookie: StoredCookie) => ConsoleLine[];
  /** Lines for a cookie that a response tries to set. */
  cookieRefused: (cookie: ParsedCookie, why: CookieRefusal | 'third-party') => ConsoleLine[];
}
