/**
 * Firefox. Sources: files of mozilla-firefox/firefox, named where they decide; whatever stands without one is measured in
 * Firefox 153.7.0 ESR (src/truth/recordings).
 */

import { STANDARD_COOKIE_RULES } from '../infrastructure/cookie-store';
import { STANDARD_COOKIE_SYNTAX } from '../infrastructure/set-cookie';
import type { HeaderList, RequestRecord } from '../contract';
import { isSchemelesslySameSite } from '../infrastructure/origins';
import { isPotentiallyTrustworthy } from '../infrastructure/trustworthy';
import type { ParsedUrl } from '../infrastructure/urls';
import { arrange } from './arrange';
import { FIREFOX_WORDS } from './firefox-words';
import { FIREFOX_CACHE } from './http-caches';
import type { Profile } from './profile';

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

/** Observed on the wire, HTTP/1.1. */
const PREFLIGHT_ORDER = [
  'Host',
  'User-Agent',
  'Accept',
  'Accept-Language',
  'Accept-Encoding',
  'Access-Control-Request-Method',
  'Access-Control-Request-Headers',
  'Referer',
  'Origin',
  'Sec-Fetch-Storage-Access',
  'Connection',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Site',
  '*',
  'Priority',
  'Pragma',
  'Cache-Control',
];
const REQUEST_ORDER = [
  'Host',
  'User-Agent',
  'Accept',
  'Accept-Language',
  'Accept-Encoding',
  'Referer',
  '*',
  'Content-Length',
  'Origin',
  'Sec-Fetch-Storage-Access',
  'Connection',
  'Cookie',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Site',
  'Priority',
  'Pragma',
  'Cache-Control',
];

const FIXED: [string, string][] = [
  ['Connection', 'keep-alive'],
  ['User-Agent', USER_AGENT],
  ['Accept-Language', 'en-US,en;q=0.9'],
];

/** nsHttpHeaderArray::IsSingletonHeader: of these the last value stands; others are joined. */
const SINGLETONS = new Set([
  'content-type',
  'content-disposition',
  'content-length',
  'user-agent',
  'referer',
  'host',
  'authorization',
  'proxy-authorization',
  'if-modified-since',
  'if-unmodified-since',
  'from',
  'location',
  'max-forwards',
]);

export const FIREFOX: Profile = {
  name: 'firefox',
  request: {
    // measured: Firefox 153.7.0 ESR; the mode is looked at by nsContentSecurityManager before the channel opens
    checks: ['mode', 'mixed-content', 'port', 'size'],
    loopbackIsNotMixedContent: true,
    ignoredReferrerPolicies: new Set(['unsafe-url', 'no-referrer-when-downgrade', 'origin-when-cross-origin']),
    policyHidesOrigin: 'always',
    referrerDowngrade: 'from-https',
    opaquePageReferrer: 'none',
    redirectIntegrity: 'body',
    blankIntegrityIsNone: false,
  },
  safelist: {
    // dom/base/nsContentUtils.cpp, IsCORSSafelistedRequestHeader: value by value, without a limit for all
    clientHints: false,
    judgesEachValue: true,
    limitsTotal: false,
    nonAsciiIsUnsafe: true,
    readsTypeStrictly: true,
    anyCaseRangeUnit: false,
    largestPosition: 2n ** 64n - 1n,
  },
  preflight: {
    // netwerk/protocol/http/nsCORSListenerProxy.cpp, nsCORSPreflightListener::CheckPreflightRequestApproved
    checks: ['cors', 'redirect', 'status', 'methods-syntax', 'method', 'headers-syntax', 'headers'],
    uploadListenerWithoutBody: true,
    listenerImpliesMethod: false,
    repeatsNames: true,
    wildcardCoversAuthorization: true,
    keepsOriginWhenTainted: true,
    onceUnsafeAlwaysUnsafe: true,
    namesDroppedHeaders: false,
    namesReturn: true,
    namedHeader: ([first = '']) => first,
  },
  cache: {
    // netwerk/protocol/http/nsCORSListenerProxy.cpp, nsPreflightCache and AddResultToCache
    keeps: 'entry-per-name',
    maximumAge: 86_400,
    defaultAge: 5,
    age: parseAge,
    credentialsAreKey: true,
    keepsWildcard: false,
    // the cache asks with the strict rule, so that Authorization under `*` is asked for every time
    wildcardCoversAuthorization: false,
    headIsExempt: false,
    storesRefusals: false,
    forOpaqueOrigins: 'always',
    bypassedBy: ['no-store', 'reload'],
    notStoredFor: [],
    expiredAllowsNothing: true,
    dropsInsufficient: false,
    clearedBy: 'any-failure-but-redirect-mode',
  },
  // measured: Firefox 153.7.0 ESR; the checks as in nsCORSListenerProxy::AsyncOnChannelRedirect
  redirect: {
    maximum: 20,
    maximumForKeepalive: 20,
    // nsHttpChannel::AsyncProcessRedirection: esc_OnlyNonASCII
    locationBytes: 'percent-encoded',
    emptyLocation: 'relative',
    startsFromGiven: true,
    droppedHeadersReturn: false,
    policyNarrowsReferrer: true,
    keepsOriginAfterMethodChange: false,
    droppedHeaders: new Set(),
    dropsUserAgent: false,
    nullsOriginOnceCrossed: false,
    refusesCredentialsAlways: false,
    missingLocationInErrorMode: 'fail',
    checks: {
      first: [],
      // nsScriptSecurityManager::CheckLoadURI comes before the CORS listener
      beforeCors: ['locations', 'location', 'data', 'mode', 'mixed-content', 'loadable'],
      beforeError: [],
      toFollow: ['count', 'scheme', 'credentials'],
    },
    pageLooksAfterPreflight: false,
    methodAfter: null,
  },
  // measured: Firefox 153.7.0 ESR, with Total Cookie Protection as a default window has it
  cookies: {
    syntax: { ...STANDARD_COOKIE_SYNTAX, nameless: 'name' },
    rules: { ...STANDARD_COOKIE_RULES, prefixes: 'path-is-root' },
    thirdParty: 'partitioned',
    schemeful: false,
    defaultIsLax: false,
    secureOnLoopback: true,
    opaquePage: 'third-party',
    sameSiteLooksAtRedirects: true,
    thirdPartySticks: false,
  },
  // measured: Firefox 153.7.0 ESR
  response: {
    headBody: 'null',
    opaqueRedirectBody: 'null',
    nullBodyStatusBody: 'empty',
    opaqueResponseBlocking: true,
    withholdsFromScripts: false,
    aboutBlank: true,
    // measured
    dataUrlsHaveLength: 'unchecked',
    urlKeepsCredentials: 'always',
  },
  httpCache: FIREFOX_CACHE,
  // measured: Firefox 153.7.0 ESR, over HTTP/1.1
  network: {
    wireHeaders: ({ request }, kind, url, headers) =>
      arrange(
        kind === 'preflight' ? PREFLIGHT_ORDER : REQUEST_ORDER,
        url,
        request.redirects > 0 || request.body === null ? headers : bodyType(headers),
        fixedHeaders(request.record, kind, url),
        joinValues,
      ),
    // a request that was redirected from one other origin to the next no longer says whether it has storage access; its
    // preflight, a new channel, does
    fetchMetadata: ({ environment, request }, kind, url) => {
      if (!isPotentiallyTrustworthy(url)) return [];
      const crossSite = environment.origin === 'null' || !isSchemelesslySameSite(environment.clientUrl, url);
      const others = request.urls.filter(({ origin }) => origin !== environment.origin);
      const fresh = kind === 'preflight' || others.every(({ origin }) => origin === others[0]?.origin);
      const { credentials, keepalive, initiator } = request.record;
      const outlives = keepalive && initiator !== 'beacon';
      const thirdParty = credentials === 'include' && crossSite && fresh && !outlives;
      return thirdParty ? ['storage-access', 'dest', 'mode', 'site'] : ['dest', 'mode', 'site'];
    },
    userAgentIsSettable: true,
    cacheHeaders: (mode) => {
      switch (mode) {
        case 'no-cache':
          return [['Cache-Control', 'max-age=0']];
        case 'no-store':
        case 'reload':
          return [
            ['Pragma', 'no-cache'],
            ['Cache-Control', 'no-cache'],
          ];
        default:
          return [];
      }
    },
    conditionalCacheMode: 'no-store',
    xhrIgnoresConditions: true,
    dropsCacheHeadersWhenCrossing: false,
    preflightKeepsReferrer: false,
    preflightCarries: [],
    preflightHasCacheHeaders: true,
    preflightSite: 'current-url',
    // dom/security/SecFetch.cpp, IsSameSite
    metadataSite: 'secure-page-and-redirects',
    mendsUtf8: false,
    normalizesRange: false,
  },
  words: FIREFOX_WORDS,
};

/** Digits and nothing else; what does not parse is not cached at all. */
function parseAge(value: string): number {
  if (value === '') return 5;
  return /^\d+$/.test(value) ? Number(value) : 0;
}

/** nsHttpHeaderArray::SetHeader and SetEmptyHeader: an empty value takes the place of others, and they its. */
function joinValues(name: string, before: string, value: string): string {
  return SINGLETONS.has(name) || value === '' || before === '' ? value : `${before}, ${value}`;
}

/** The type of a body goes with its stream, and there the first Content-Type stands. */
function bodyType(headers: HeaderList): HeaderList {
  let seen = false;
  return headers.filter(([name]) => {
    if (name.toLowerCase() !== 'content-type') return true;
    const first = !seen;
    seen = true;
    return first;
  });
}

/** Observed on the wire; scripts, fonts and WebSockets have none either. */
const PRIORITIES: Partial<Record<RequestRecord['initiator'], string>> = {
  fetch: 'u=4',
  eventsource: 'u=4',
  img: 'u=5, i',
  link: 'u=2',
  form: 'u=0, i',
  beacon: 'u=6',
};

/** XMLHttpRequest sends no Priority; preflights do, whoever asks. */
function fixedHeaders({ initiator }: RequestRecord, kind: 'preflight' | 'actual', url: ParsedUrl): HeaderList {
  const encodings = url.scheme === 'https' ? 'gzip, deflate, br, zstd' : 'gzip, deflate';
  const headers: HeaderList = [...FIXED, ['Accept-Encoding', encodings]];
  const priority = kind === 'preflight' ? 'u=4' : PRIORITIES[initiator];
  if (priority !== undefined) headers.push(['Priority', priority]);
  return headers;
}
