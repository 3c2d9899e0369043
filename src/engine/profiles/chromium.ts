/**
 * Chromium. Sources: files of chromium/src, named where they decide; whatever stands without one is measured in Chromium
 * 156.0.8078.79 (src/truth/recordings).
 */

import { STANDARD_COOKIE_RULES } from '../infrastructure/cookie-store';
import { STANDARD_COOKIE_SYNTAX } from '../infrastructure/set-cookie';
import type { HeaderList } from '../contract';
import { currentUrl, type FetchParams } from '../fetching/fetch-params';
import { hasHeader } from '../infrastructure/headers';
import type { ParsedUrl } from '../infrastructure/urls';
import { isSameSite } from '../infrastructure/origins';
import { isPotentiallyTrustworthy } from '../infrastructure/trustworthy';
import { arrange } from './arrange';
import { CHROMIUM_WORDS } from './chromium-words';
import { headerMapOrder } from './chromium-header-order';
import { CHROMIUM_CACHE } from './http-caches';
import type { Profile } from './profile';

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** Observed on the wire, HTTP/1.1. */
const PREFLIGHT_ORDER = [
  'Host',
  'Connection',
  'Accept',
  'Access-Control-Request-Method',
  'Access-Control-Request-Headers',
  'Origin',
  'User-Agent',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Site',
  'Sec-Fetch-Dest',
  '*',
  'Referer',
  'Accept-Encoding',
  'Accept-Language',
];
const WEBSOCKET_ORDER = [
  'Host',
  'Connection',
  'Pragma',
  'Cache-Control',
  'User-Agent',
  'Upgrade',
  'Origin',
  'Sec-WebSocket-Version',
  'Accept-Encoding',
  'Accept-Language',
  'Cookie',
  'Sec-WebSocket-Key',
  '*',
  'Sec-WebSocket-Extensions',
];
const BEFORE_MAP = ['Host', 'Connection', 'Content-Length', 'Pragma', 'Cache-Control'];
const AFTER_MAP = [
  'Accept',
  'Origin',
  'Sec-Fetch-Site',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Storage-Access',
  'Referer',
  'Accept-Encoding',
  'Accept-Language',
  '*',
  'Cookie',
];

const FIXED: [string, string][] = [
  ['Connection', 'keep-alive'],
  ['User-Agent', USER_AGENT],
  ['Accept-Language', 'en-US,en;q=0.9'],
];
const CLIENT_HINTS: [string, string][] = [
  ['sec-ch-ua-platform', '"Linux"'],
  ['sec-ch-ua', '"Chromium";v="156", "Not)A;Brand";v="24"'],
  ['sec-ch-ua-mobile', '?0'],
];

/** Save-Data is not among them. */
const LEGACY_CLIENT_HINTS = new Set(['dpr', 'width', 'viewport-width', 'ect', 'rtt', 'downlink', 'device-memory']);

/** Only what can not be tampered with on the way may use the newer encodings. */
const SECURE: [string, string][] = [...FIXED, ['Accept-Encoding', 'gzip, deflate, br, zstd']];
const INSECURE: [string, string][] = [...FIXED, ['Accept-Encoding', 'gzip, deflate']];
const SECURE_WITH_HINTS: [string, string][] = [...SECURE, ...CLIENT_HINTS];

export const CHROMIUM: Profile = {
  name: 'chromium',
  request: {
    // the mode is looked at in the renderer (fetch_manager.cc), before the loader looks for mixed content
    checks: ['mode', 'mixed-content', 'port', 'size'],
    loopbackIsNotMixedContent: true,
    ignoredReferrerPolicies: new Set(),
    policyHidesOrigin: 'never',
    // third_party/blink/renderer/platform/weborigin/security_policy.cc, ShouldHideReferrer
    referrerDowngrade: 'from-https',
    opaquePageReferrer: 'none',
    // SRIVerifier::OnStateChange: basic, default and cors are eligible
    redirectIntegrity: 'nothing',
    blankIntegrityIsNone: false,
  },
  safelist: {
    // services/network/public/cpp/cors/cors.cc, IsCorsSafelistedHeader
    clientHints: true,
    judgesEachValue: false,
    limitsTotal: true,
    nonAsciiIsUnsafe: false,
    readsTypeStrictly: false,
    anyCaseRangeUnit: false,
    largestPosition: 2n ** 63n - 2n,
  },
  preflight: {
    // services/network/cors/preflight_controller.cc
    checks: ['redirect', 'cors', 'status', 'methods-syntax', 'headers-syntax', 'method', 'headers'],
    uploadListenerWithoutBody: false,
    listenerImpliesMethod: false,
    repeatsNames: false,
    wildcardCoversAuthorization: true,
    keepsOriginWhenTainted: false,
    onceUnsafeAlwaysUnsafe: false,
    namesDroppedHeaders: false,
    namesReturn: false,
    namedHeader: firstInHeaderMap,
  },
  cache: {
    // services/network/cors/preflight_cache.cc and preflight_result.cc
    keeps: 'result-per-url',
    maximumAge: 7200,
    defaultAge: 5,
    age: parseAge,
    credentialsAreKey: false,
    keepsWildcard: true,
    // the cache asks with the strict rule, so that Authorization under `*` is asked for every time
    wildcardCoversAuthorization: false,
    headIsExempt: true,
    storesRefusals: false,
    forOpaqueOrigins: 'never',
    bypassedBy: ['no-store', 'reload', 'no-cache'],
    notStoredFor: ['no-store'],
    expiredAllowsNothing: false,
    dropsInsufficient: true,
    clearedBy: 'nothing',
  },
  // measured: Chromium 156.0.8078.79; the checks as in services/network/cors/cors_url_loader.cc
  redirect: {
    maximum: 20,
    maximumForKeepalive: 19,
    // HttpResponseHeaders::IsRedirect: EscapeNonASCII
    locationBytes: 'percent-encoded',
    emptyLocation: 'none',
    startsFromGiven: false,
    droppedHeadersReturn: false,
    policyNarrowsReferrer: false,
    keepsOriginAfterMethodChange: false,
    droppedHeaders: LEGACY_CLIENT_HINTS,
    dropsUserAgent: false,
    nullsOriginOnceCrossed: true,
    refusesCredentialsAlways: true,
    missingLocationInErrorMode: 'return',
    // net/url_request refuses what is no URL before anyone else sees the answer, and schemes that are not for servers next
    checks: {
      first: ['locations', 'location'],
      beforeCors: [],
      // the page's own process looks at the redirect mode, after all this
      beforeError: ['unsafe', 'count', 'cors-credentials'],
      toFollow: ['mode', 'scheme', 'credentials'],
    },
    pageLooksAfterPreflight: false,
    methodAfter: null,
  },
  // measured: Chromium 156.0.8078.79, third-party cookies as a default window has them
  cookies: {
    syntax: { ...STANDARD_COOKIE_SYNTAX, controls: 'refused-with-tabs' },
    rules: STANDARD_COOKIE_RULES,
    thirdParty: 'allowed',
    schemeful: true,
    defaultIsLax: true,
    secureOnLoopback: true,
    opaquePage: 'first-party',
    sameSiteLooksAtRedirects: false,
    thirdPartySticks: false,
  },
  // measured: Chromium 156.0.8078.79
  response: {
    headBody: 'empty',
    opaqueRedirectBody: 'null',
    nullBodyStatusBody: 'empty',
    opaqueResponseBlocking: true,
    withholdsFromScripts: true,
    aboutBlank: false,
    // net/http/http_response_headers.cc, GetFreshnessLifetimes
    dataUrlsHaveLength: 'never',
    urlKeepsCredentials: 'always',
  },
  httpCache: CHROMIUM_CACHE,
  // measured: Chromium 156.0.8078.79, over HTTP/1.1
  network: {
    wireHeaders,
    fetchMetadata: ({ environment, request }, kind, url) => {
      if (!isPotentiallyTrustworthy(url)) return kind === 'preflight' ? ['mode'] : [];
      const crossSite = environment.origin === 'null' || !isSameSite(environment.clientUrl, url);
      const thirdParty = request.record.credentials === 'include' && crossSite;
      return kind === 'actual' && thirdParty ? ['site', 'mode', 'dest', 'storage-access'] : ['site', 'mode', 'dest'];
    },
    userAgentIsSettable: false,
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
    conditionalCacheMode: 'no-cache',
    xhrIgnoresConditions: false,
    dropsCacheHeadersWhenCrossing: false,
    preflightKeepsReferrer: false,
    preflightCarries: [],
    preflightHasCacheHeaders: true,
    preflightSite: 'current-url',
    metadataSite: 'schemeful',
    mendsUtf8: false,
    normalizesRange: true,
  },
  words: CHROMIUM_WORDS,
};

/** base::StringToInt64: a sign is allowed; what does not fit or does not parse is as if it were missing. */
function parseAge(value: string): number {
  if (!/^[+-]?\d+$/.test(value)) return 5;
  const seconds = Number(value);
  return Math.abs(seconds) > 2 ** 63 ? 5 : seconds;
}

function wireHeaders(
  params: FetchParams,
  kind: 'preflight' | 'actual',
  url: ParsedUrl,
  headers: HeaderList,
): HeaderList {
  const trustworthy = isPotentiallyTrustworthy(url);
  if (kind === 'preflight') return arrange(PREFLIGHT_ORDER, url, headers, trustworthy ? SECURE : INSECURE);
  if (params.request.record.mode === 'websocket') return arrange(WEBSOCKET_ORDER, url, handshake(headers), INSECURE);
  return arrange(orderAround(mapOrder(params, url)), url, headers, trustworthy ? SECURE_WITH_HINTS : INSECURE);
}

/** Every order of the header map is one object, however many requests have it. */
const wholeOrders = new WeakMap<readonly string[], readonly string[]>();

/** What stands before and after the header map, and is not in it. */
function orderAround(map: readonly string[]): readonly string[] {
  let whole = wholeOrders.get(map);
  if (!whole) {
    const isApart = (name: string): boolean => !map.includes(name.toLowerCase());
    whole = [...BEFORE_MAP.filter(isApart), ...map, ...AFTER_MAP.filter(isApart)];
    wholeOrders.set(map, whole);
  }
  return whole;
}

/** No loader of documents has a hand in it: no Accept, no hints. */
function handshake(headers: HeaderList): HeaderList {
  const sent = headers.filter(([name]) => name !== 'Accept');
  return [
    ...sent,
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
    ['Sec-WebSocket-Extensions', 'permessage-deflate; client_max_window_bits'],
  ];
}

/** The header map holds what the page has set; Accept only if the page has. */
function mapOrder({ request }: FetchParams, url: ParsedUrl): readonly string[] {
  const { record } = request;
  const ownAccept = hasHeader(record.headers, 'accept');
  const names = request.headers.map(([name]) => name).filter((name) => ownAccept || name.toLowerCase() !== 'accept');
  return headerMapOrder(names, record.initiator !== 'xhr', isPotentiallyTrustworthy(url));
}

function firstInHeaderMap(missing: readonly string[], params: FetchParams): string {
  const order = mapOrder(params, currentUrl(params.request));
  return order.find((name) => missing.includes(name)) ?? missing[0] ?? '';
}
