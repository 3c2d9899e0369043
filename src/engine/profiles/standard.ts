/** The Fetch Standard as it is written. */

import { STANDARD_COOKIE_RULES } from '../infrastructure/cookie-store';
import { STANDARD_COOKIE_SYNTAX } from '../infrastructure/set-cookie';
import { STANDARD_SAFELIST } from '../infrastructure/safelisted-headers';
import { isPotentiallyTrustworthy } from '../infrastructure/trustworthy';
import { arrange } from './arrange';
import { STANDARD_CACHE } from './http-caches';
import type { Profile } from './profile';
import { STANDARD_WORDS } from './standard-words';

const ORDER = [
  'Host',
  'Connection',
  'Content-Length',
  'User-Agent',
  'Accept',
  '*',
  'Origin',
  'Referer',
  'Sec-Fetch-Site',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Dest',
  'Accept-Encoding',
  'Accept-Language',
  'Cookie',
];

export const STANDARD: Profile = {
  name: 'standard',
  request: {
    checks: ['port', 'mixed-content', 'mode', 'size'],
    loopbackIsNotMixedContent: true,
    ignoredReferrerPolicies: new Set(),
    policyHidesOrigin: 'always',
    referrerDowngrade: 'from-trustworthy',
    opaquePageReferrer: 'none',
    // main fetch step 22: the filtered response has no body
    redirectIntegrity: 'nothing',
    blankIntegrityIsNone: false,
  },
  safelist: STANDARD_SAFELIST,
  preflight: {
    checks: ['cors', 'status', 'methods-syntax', 'headers-syntax', 'method', 'headers'],
    uploadListenerWithoutBody: true,
    listenerImpliesMethod: true,
    repeatsNames: false,
    wildcardCoversAuthorization: false,
    keepsOriginWhenTainted: false,
    onceUnsafeAlwaysUnsafe: false,
    namesDroppedHeaders: false,
    namesReturn: false,
    namedHeader: ([first = '']) => first,
  },
  cache: {
    keeps: 'entry-per-name',
    maximumAge: 86_400,
    defaultAge: 5,
    age: (value) => (/^\d+$/.test(value) ? Number(value) : 5),
    credentialsAreKey: false,
    keepsWildcard: true,
    wildcardCoversAuthorization: false,
    headIsExempt: true,
    storesRefusals: false,
    forOpaqueOrigins: 'always',
    bypassedBy: [],
    notStoredFor: [],
    expiredAllowsNothing: false,
    dropsInsufficient: false,
    clearedBy: 'failure-after-preflight',
  },
  redirect: {
    maximum: 20,
    maximumForKeepalive: 20,
    locationBytes: 'characters',
    emptyLocation: 'relative',
    startsFromGiven: false,
    droppedHeadersReturn: false,
    policyNarrowsReferrer: false,
    keepsOriginAfterMethodChange: false,
    droppedHeaders: new Set(),
    dropsUserAgent: false,
    nullsOriginOnceCrossed: false,
    refusesCredentialsAlways: false,
    missingLocationInErrorMode: 'fail',
    checks: {
      first: [],
      beforeCors: [],
      beforeError: [],
      toFollow: ['location', 'scheme', 'count', 'credentials'],
    },
    pageLooksAfterPreflight: false,
    methodAfter: null,
  },
  cookies: {
    syntax: STANDARD_COOKIE_SYNTAX,
    rules: STANDARD_COOKIE_RULES,
    thirdParty: 'allowed',
    schemeful: true,
    defaultIsLax: true,
    secureOnLoopback: true,
    opaquePage: 'first-party',
    sameSiteLooksAtRedirects: true,
    thirdPartySticks: false,
  },
  response: {
    headBody: 'null',
    opaqueRedirectBody: 'null',
    nullBodyStatusBody: 'null',
    opaqueResponseBlocking: false,
    withholdsFromScripts: false,
    aboutBlank: true,
    dataUrlsHaveLength: 'never',
    urlKeepsCredentials: 'always',
  },
  httpCache: STANDARD_CACHE,
  network: {
    wireHeaders: (_params, _kind, url, headers) =>
      arrange(ORDER, url, headers, [
        ['Connection', 'keep-alive'],
        ['User-Agent', 'Mozilla/5.0'],
        ['Accept-Encoding', 'gzip, deflate, br'],
        ['Accept-Language', 'en-US,en;q=0.9'],
      ]),
    fetchMetadata: (_params, _kind, url) => (isPotentiallyTrustworthy(url) ? ['site', 'mode', 'dest'] : []),
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
    dropsCacheHeadersWhenCrossing: false,
    preflightKeepsReferrer: false,
    preflightCarries: [],
    preflightHasCacheHeaders: false,
    preflightSite: 'url-list',
    metadataSite: 'schemeful',
    mendsUtf8: false,
    normalizesRange: false,
  },
  words: STANDARD_WORDS,
};
