/**
 * WebKit. Sources: files of WebKit/WebKit, named where they decide; whatever stands without one is measured in WebKitGTK
 * 2.50.6 (src/truth/recordings).
 */

import type { HeaderList } from '../contract';
import { encodeUtf8 } from '../infrastructure/bytes';
import { isPotentiallyTrustworthy } from '../infrastructure/trustworthy';
import { arrange } from './arrange';
import { WEBKIT_WORDS } from './webkit-words';
import { knownHeadersFirst } from './webkit-header-order';
import { WEBKIT_CACHE } from './http-caches';
import type { Profile } from './profile';

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';

/** Observed on the wire, HTTP/1.1. */
const PREFLIGHT_ORDER = [
  'Origin',
  'Access-Control-Request-Method',
  'Referer',
  'Access-Control-Request-Headers',
  'User-Agent',
  'Accept',
  'Accept-Language',
  'Accept-Encoding',
  'Connection',
  'Host',
  '*',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Site',
];
const REQUEST_ORDER = [
  '*',
  'Origin',
  'Referer',
  'User-Agent',
  'Accept',
  'Accept-Language',
  'Accept-Encoding',
  'Connection',
  'Host',
  'Content-Length',
  'Cookie',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Site',
];

const FIXED: [string, string][] = [
  ['Connection', 'keep-alive'],
  ['User-Agent', USER_AGENT],
  ['Accept-Encoding', 'gzip, deflate, br'],
  // the locale's name; the recordings were made under C
  ['Accept-Language', 'C'],
];

export const WEBKIT: Profile = {
  name: 'webkit',
  request: {
    // measured: WebKitGTK 2.50.6
    checks: ['mode', 'mixed-content', 'port', 'size'],
    loopbackIsNotMixedContent: false,
    ignoredReferrerPolicies: new Set(['unsafe-url', 'no-referrer-when-downgrade']),
    policyHidesOrigin: 'at-first',
    // Source/WebCore/page/SecurityPolicy.cpp, shouldHideReferrer
    referrerDowngrade: 'from-https',
    opaquePageReferrer: 'page',
    redirectIntegrity: 'body-of-filtered',
    blankIntegrityIsNone: true,
  },
  safelist: {
    // Source/WebCore/platform/network/HTTPParsers.cpp, isCrossOriginSafeRequestHeader
    clientHints: false,
    judgesEachValue: false,
    limitsTotal: true,
    nonAsciiIsUnsafe: false,
    readsTypeStrictly: false,
    anyCaseRangeUnit: true,
    largestPosition: 2n ** 64n - 1n,
  },
  preflight: {
    // Source/WebCore/loader/CrossOriginAccessControl.cpp, validatePreflightResponse
    checks: ['status', 'cors', 'methods-syntax', 'headers-syntax', 'method', 'headers'],
    uploadListenerWithoutBody: true,
    listenerImpliesMethod: false,
    repeatsNames: false,
    wildcardCoversAuthorization: true,
    keepsOriginWhenTainted: false,
    onceUnsafeAlwaysUnsafe: true,
    namesDroppedHeaders: true,
    namesReturn: false,
    namedHeader: knownHeadersFirst,
  },
  cache: {
    // Source/WebCore/loader/CrossOriginPreflightResultCache.cpp
    keeps: 'result-per-url',
    maximumAge: 600,
    defaultAge: 5,
    age: parseAge,
    credentialsAreKey: false,
    keepsWildcard: true,
    wildcardCoversAuthorization: true,
    headIsExempt: true,
    storesRefusals: true,
    forOpaqueOrigins: 'page',
    bypassedBy: [],
    notStoredFor: [],
    expiredAllowsNothing: false,
    dropsInsufficient: true,
    clearedBy: 'nothing',
  },
  // measured: WebKitGTK 2.50.6
  redirect: {
    maximum: 20,
    maximumForKeepalive: 20,
    locationBytes: 'characters',
    emptyLocation: 'fails',
    startsFromGiven: false,
    droppedHeadersReturn: true,
    policyNarrowsReferrer: false,
    keepsOriginAfterMethodChange: true,
    droppedHeaders: new Set(),
    dropsUserAgent: true,
    nullsOriginOnceCrossed: false,
    refusesCredentialsAlways: false,
    missingLocationInErrorMode: 'return',
    checks: {
      first: ['ftp'],
      beforeCors: [],
      beforeError: [],
      toFollow: ['location', 'mode', 'scheme', 'credentials', 'count'],
    },
    // libsoup
    pageLooksAfterPreflight: true,
    methodAfter: (method, sameOrigin) => (method === 'DELETE' && !sameOrigin ? 'GET' : method),
  },
  // measured: WebKitGTK 2.50.6, with its tracking prevention on
  cookies: {
    syntax: {
      nameless: 'value',
      controls: 'end-the-line',
      limitsSize: false,
      lastLifetimeStands: true,
      domainKeepsCase: true,
    },
    rules: { prefixes: 'mean-nothing', crossSiteNeedsSecure: false, nearestFirst: true },
    thirdParty: 'blocked',
    schemeful: false,
    defaultIsLax: false,
    secureOnLoopback: false,
    opaquePage: 'same-site-to-its-host',
    sameSiteLooksAtRedirects: true,
    thirdPartySticks: true,
  },
  // measured: WebKitGTK 2.50.6
  response: {
    headBody: 'empty',
    opaqueRedirectBody: 'unless-nowhere',
    nullBodyStatusBody: 'empty',
    opaqueResponseBlocking: false,
    withholdsFromScripts: false,
    aboutBlank: false,
    dataUrlsHaveLength: 'never',
    urlKeepsCredentials: 'same-origin',
  },
  httpCache: WEBKIT_CACHE,
  // measured: WebKitGTK 2.50.6, over HTTP/1.1
  network: {
    wireHeaders: (_params, kind, url, headers) =>
      arrange(kind === 'preflight' ? PREFLIGHT_ORDER : REQUEST_ORDER, url, asUtf8(headers), FIXED),
    // 2.50.6 takes them away from a request that was redirected to another origin
    fetchMetadata: ({ request }, kind, url) => {
      // a preflight takes them from the request, which had none to begin with where it began in the clear
      const [first = url] = kind === 'preflight' ? request.urls : [];
      if (!isPotentiallyTrustworthy(url) || !isPotentiallyTrustworthy(first)) return [];
      const cors = kind === 'actual' && request.record.mode === 'cors';
      const crossed = cors && request.justCrossed;
      return crossed ? [] : ['mode', 'dest', 'site'];
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
    xhrIgnoresConditions: false,
    dropsCacheHeadersWhenCrossing: true,
    preflightKeepsReferrer: true,
    preflightCarries: ['user-agent'],
    preflightHasCacheHeaders: false,
    preflightSite: 'tainted-is-cross-site',
    metadataSite: 'schemeful',
    // libsoup, soup_message_headers_append_untrusted_data: g_utf8_make_valid
    mendsUtf8: true,
    normalizesRange: false,
  },
  words: WEBKIT_WORDS,
};

/** A sign is allowed; what does not fit or does not parse is as if it were missing. */
function parseAge(value: string): number {
  if (!/^[+-]?\d+$/.test(value)) return 5;
  const seconds = Number(value);
  return Math.abs(seconds) > 2 ** 63 ? 5 : seconds;
}

/** Values go out as UTF-8. */
function asUtf8(headers: HeaderList): HeaderList {
  return headers.map(([name, value]) => [name, encodeUtf8(value)]);
}
