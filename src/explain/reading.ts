/** Where to read on about a decision: the standard’s algorithm, and MDN’s page. Loaded on demand. */

import type { Reason, StepName } from '@/engine';
import type { Stop } from './run';

export interface Page {
  title: string;
  href: string;
}

export interface Reading {
  /** null: no standard says anything about it. */
  standard: Page | null;
  mdn: Page;
}

/** A stop that closed is about its reason, any other about its step. */
export function readingOf({ step, reason, spec }: Pick<Stop, 'step' | 'reason' | 'spec'>): Reading {
  return {
    standard: standardPage(spec ?? STANDARD[step]),
    mdn: mdnPage((reason && OF_REASON[reason]) ?? OF_STEP[step]),
  };
}

const FETCH = 'https://fetch.spec.whatwg.org/#';

/** Names of the anchors that the trace carries. */
const TITLES: Record<string, string> = {
  [`${FETCH}fetch-method`]: 'Fetch: fetch()',
  [`${FETCH}concept-main-fetch`]: 'Fetch: main fetch',
  [`${FETCH}block-bad-port`]: 'Fetch: block a bad port',
  [`${FETCH}concept-cors-check`]: 'Fetch: CORS check',
  [`${FETCH}cors-preflight-fetch-0`]: 'Fetch: CORS-preflight fetch',
  [`${FETCH}concept-http-redirect-fetch`]: 'Fetch: HTTP-redirect fetch',
  [`${FETCH}concept-http-network-fetch`]: 'Fetch: HTTP-network fetch',
  [`${FETCH}concept-connection-obtain`]: 'Fetch: obtain a connection',
  [`${FETCH}concept-http-network-or-cache-fetch`]: 'Fetch: HTTP-network-or-cache fetch',
  [`${FETCH}http-cache-partitions`]: 'Fetch: HTTP cache partitions',
  [`${FETCH}concept-cache-match`]: 'Fetch: cache entry match',
  [`${FETCH}concept-cache-create-entry`]: 'Fetch: create a new cache entry',
  [`${FETCH}concept-cache-clear`]: 'Fetch: clear cache entries',
  [`${FETCH}concept-filtered-response`]: 'Fetch: filtered response',
  [`${FETCH}append-a-request-cookie-header`]: 'Fetch: append a request Cookie header',
  [`${FETCH}parse-and-store-response-set-cookie-headers`]: 'Fetch: parse and store Set-Cookie headers',
  [`${FETCH}cross-origin-resource-policy-check`]: 'Fetch: cross-origin resource policy check',
  [`${FETCH}should-response-to-request-be-blocked-due-to-nosniff?`]: 'Fetch: nosniff',
  'https://w3c.github.io/webappsec-mixed-content/#should-block-fetch': 'Mixed Content: should fetching be blocked?',
  'https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist':
    'Subresource Integrity: does a response match?',
  'https://github.com/annevk/orb': 'Opaque Response Blocking, a proposal',
  'https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers': 'HTML: timers',
};

function standardPage(href: string | null): Page | null {
  return href === null ? null : { title: TITLES[href] ?? new URL(href).hostname, href };
}

/** For steps whose event carries no anchor. */
const STANDARD: Record<StepName, string | null> = {
  'request-started': `${FETCH}fetch-method`,
  'request-settled': `${FETCH}fetch-method`,
  'timer-fired': 'https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers',
  console: null,
  'cross-origin': `${FETCH}concept-main-fetch`,
  'preflight-needed': `${FETCH}concept-main-fetch`,
  'cache-lookup': `${FETCH}concept-cache-match`,
  'http-cache-lookup': `${FETCH}http-cache-partitions`,
  'cookies-attached': `${FETCH}append-a-request-cookie-header`,
  redirect: `${FETCH}concept-http-redirect-fetch`,
  'preflight-sent': `${FETCH}cors-preflight-fetch-0`,
  'preflight-received': `${FETCH}cors-preflight-fetch-0`,
  'request-sent': `${FETCH}concept-http-network-fetch`,
  'response-received': `${FETCH}concept-http-network-fetch`,
  'server-received': null,
  'server-answered': null,
  'connection-failed': `${FETCH}concept-connection-obtain`,
  'extension-rewrote': null,
  'request-check': `${FETCH}fetch-method`,
  'mode-check': `${FETCH}concept-main-fetch`,
  'mixed-content-check': 'https://w3c.github.io/webappsec-mixed-content/#should-block-fetch',
  'cors-check': `${FETCH}concept-cors-check`,
  'credentials-check': `${FETCH}concept-cors-check`,
  'preflight-redirect-check': `${FETCH}cors-preflight-fetch-0`,
  'preflight-status-check': `${FETCH}cors-preflight-fetch-0`,
  'allow-methods-syntax': `${FETCH}cors-preflight-fetch-0`,
  'allow-headers-syntax': `${FETCH}cors-preflight-fetch-0`,
  'method-check': `${FETCH}cors-preflight-fetch-0`,
  'headers-check': `${FETCH}cors-preflight-fetch-0`,
  'redirect-check': `${FETCH}concept-http-redirect-fetch`,
  'corp-check': `${FETCH}cross-origin-resource-policy-check`,
  'orb-check': 'https://github.com/annevk/orb',
  'nosniff-check': `${FETCH}should-response-to-request-be-blocked-due-to-nosniff?`,
  'integrity-check': 'https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist',
  'cache-hit': `${FETCH}concept-cache-match`,
  'cache-stored': `${FETCH}concept-cache-create-entry`,
  'cache-cleared': `${FETCH}concept-cache-clear`,
  'cookie-stored': `${FETCH}parse-and-store-response-set-cookie-headers`,
  'cookie-refused': `${FETCH}parse-and-store-response-set-cookie-headers`,
  'response-filtered': `${FETCH}concept-filtered-response`,
};

/** Pages of MDN, below https://developer.mozilla.org/docs/. Each was found in mdn/content. */
const PAGES = {
  'Access-Control-Allow-Credentials': 'Web/HTTP/Reference/Headers/Access-Control-Allow-Credentials',
  'Access-Control-Allow-Headers': 'Web/HTTP/Reference/Headers/Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods': 'Web/HTTP/Reference/Headers/Access-Control-Allow-Methods',
  'Access-Control-Allow-Origin': 'Web/HTTP/Reference/Headers/Access-Control-Allow-Origin',
  'Access-Control-Max-Age': 'Web/HTTP/Reference/Headers/Access-Control-Max-Age',
  AbortController: 'Web/API/AbortController',
  console: 'Web/API/console',
  Cookies: 'Web/HTTP/Guides/Cookies',
  CORS: 'Web/HTTP/Guides/CORS',
  'CORS errors': 'Web/HTTP/Guides/CORS/Errors',
  'Cross-Origin-Resource-Policy': 'Web/HTTP/Guides/Cross-Origin_Resource_Policy',
  'fetch()': 'Web/API/Window/fetch',
  'HTTP caching': 'Web/HTTP/Guides/Caching',
  'HTTP messages': 'Web/HTTP/Guides/Messages',
  'HTTP range requests': 'Web/HTTP/Guides/Range_requests',
  Location: 'Web/HTTP/Reference/Headers/Location',
  'Mixed content': 'Web/Security/Defenses/Mixed_content',
  'Options of fetch()': 'Web/API/RequestInit',
  'Preflight request': 'Glossary/Preflight_request',
  'Redirections in HTTP': 'Web/HTTP/Guides/Redirections',
  'Reason: CORS header ‘Access-Control-Allow-Origin’ does not match':
    'Web/HTTP/Guides/CORS/Errors/CORSAllowOriginNotMatchingOrigin',
  'Reason: CORS request did not succeed': 'Web/HTTP/Guides/CORS/Errors/CORSDidNotSucceed',
  'Reason: CORS request external redirect not allowed': 'Web/HTTP/Guides/CORS/Errors/CORSExternalRedirectNotAllowed',
  'Reason: invalid token in ‘Access-Control-Allow-Headers’': 'Web/HTTP/Guides/CORS/Errors/CORSInvalidAllowHeader',
  'Reason: invalid token in ‘Access-Control-Allow-Methods’': 'Web/HTTP/Guides/CORS/Errors/CORSInvalidAllowMethod',
  'Reason: Did not find method': 'Web/HTTP/Guides/CORS/Errors/CORSMethodNotFound',
  'Reason: expected ‘true’ in ‘Access-Control-Allow-Credentials’':
    'Web/HTTP/Guides/CORS/Errors/CORSMissingAllowCredentials',
  'Reason: missing token in ‘Access-Control-Allow-Headers’':
    'Web/HTTP/Guides/CORS/Errors/CORSMissingAllowHeaderFromPreflight',
  'Reason: CORS header ‘Access-Control-Allow-Origin’ missing': 'Web/HTTP/Guides/CORS/Errors/CORSMissingAllowOrigin',
  'Reason: Multiple ‘Access-Control-Allow-Origin’ not allowed':
    'Web/HTTP/Guides/CORS/Errors/CORSMultipleAllowOriginNotAllowed',
  'Reason: Credential is not supported with ‘*’': 'Web/HTTP/Guides/CORS/Errors/CORSNotSupportingCredentials',
  'Reason: CORS preflight did not succeed': 'Web/HTTP/Guides/CORS/Errors/CORSPreflightDidNotSucceed',
  'Reason: CORS request not HTTP': 'Web/HTTP/Guides/CORS/Errors/CORSRequestNotHttp',
  'Response: type': 'Web/API/Response/type',
  'Same-origin policy': 'Web/Security/Defenses/Same-origin_policy',
  'Set-Cookie': 'Web/HTTP/Reference/Headers/Set-Cookie',
  'setTimeout()': 'Web/API/Window/setTimeout',
  'Subresource Integrity': 'Web/Security/Defenses/Subresource_Integrity',
  WebSockets: 'Web/API/WebSockets_API',
  'X-Content-Type-Options': 'Web/HTTP/Reference/Headers/X-Content-Type-Options',
} as const;
type Title = keyof typeof PAGES;

const mdnPage = (title: Title): Page => ({ title, href: `https://developer.mozilla.org/docs/${PAGES[title]}` });

const OF_STEP: Record<StepName, Title> = {
  'request-started': 'fetch()',
  'request-settled': 'fetch()',
  'timer-fired': 'setTimeout()',
  console: 'console',
  'cross-origin': 'Same-origin policy',
  'preflight-needed': 'Preflight request',
  'cache-lookup': 'Access-Control-Max-Age',
  'http-cache-lookup': 'HTTP caching',
  'cookies-attached': 'Cookies',
  redirect: 'Redirections in HTTP',
  'preflight-sent': 'Preflight request',
  'preflight-received': 'Preflight request',
  'request-sent': 'HTTP messages',
  'response-received': 'HTTP messages',
  'server-received': 'HTTP messages',
  'server-answered': 'HTTP messages',
  'connection-failed': 'Reason: CORS request did not succeed',
  'extension-rewrote': 'CORS errors',
  'request-check': 'Options of fetch()',
  'mode-check': 'Options of fetch()',
  'mixed-content-check': 'Mixed content',
  'cors-check': 'Access-Control-Allow-Origin',
  'credentials-check': 'Access-Control-Allow-Credentials',
  'preflight-redirect-check': 'Preflight request',
  'preflight-status-check': 'Preflight request',
  'allow-methods-syntax': 'Access-Control-Allow-Methods',
  'allow-headers-syntax': 'Access-Control-Allow-Headers',
  'method-check': 'Access-Control-Allow-Methods',
  'headers-check': 'Access-Control-Allow-Headers',
  'redirect-check': 'Redirections in HTTP',
  'corp-check': 'Cross-Origin-Resource-Policy',
  'orb-check': 'CORS',
  'nosniff-check': 'X-Content-Type-Options',
  'integrity-check': 'Subresource Integrity',
  'cache-hit': 'Access-Control-Max-Age',
  'cache-stored': 'Access-Control-Max-Age',
  'cache-cleared': 'Access-Control-Max-Age',
  'cookie-stored': 'Set-Cookie',
  'cookie-refused': 'Set-Cookie',
  'response-filtered': 'Response: type',
};

const OF_REASON: Record<Reason, Title> = {
  'invalid-request': 'Options of fetch()',
  'bad-port': 'Reason: CORS request did not succeed',
  'mixed-content': 'Mixed content',
  'url-scheme-not-supported': 'Reason: CORS request not HTTP',
  'same-origin-mode-violation': 'Options of fetch()',
  'only-if-cached-miss': 'Options of fetch()',
  'no-cors-redirect-mode': 'Options of fetch()',
  'connection-closed': 'Reason: CORS request did not succeed',
  'connection-refused': 'Reason: CORS request did not succeed',
  'name-not-resolved': 'Reason: CORS request did not succeed',
  timeout: 'Reason: CORS request did not succeed',
  aborted: 'AbortController',
  'allow-origin-missing': 'Reason: CORS header ‘Access-Control-Allow-Origin’ missing',
  'allow-origin-multiple-values': 'Reason: Multiple ‘Access-Control-Allow-Origin’ not allowed',
  'allow-origin-invalid': 'Reason: CORS header ‘Access-Control-Allow-Origin’ does not match',
  'allow-origin-mismatch': 'Reason: CORS header ‘Access-Control-Allow-Origin’ does not match',
  'allow-origin-wildcard-with-credentials': 'Reason: Credential is not supported with ‘*’',
  'allow-credentials-not-true': 'Reason: expected ‘true’ in ‘Access-Control-Allow-Credentials’',
  'preflight-redirect': 'Reason: CORS request external redirect not allowed',
  'preflight-status-not-ok': 'Reason: CORS preflight did not succeed',
  'allow-methods-invalid': 'Reason: invalid token in ‘Access-Control-Allow-Methods’',
  'allow-headers-invalid': 'Reason: invalid token in ‘Access-Control-Allow-Headers’',
  'method-not-allowed': 'Reason: Did not find method',
  'header-not-allowed': 'Reason: missing token in ‘Access-Control-Allow-Headers’',
  'redirect-mode-error': 'Options of fetch()',
  'redirect-location-invalid': 'Location',
  'redirect-scheme-not-supported': 'Reason: CORS request not HTTP',
  'redirect-too-many': 'Redirections in HTTP',
  'redirect-url-has-credentials': 'Reason: CORS request external redirect not allowed',
  'cross-origin-resource-policy': 'Cross-Origin-Resource-Policy',
  'opaque-response-blocking': 'Response: type',
  'integrity-mismatch': 'Subresource Integrity',
  nosniff: 'X-Content-Type-Options',
  'websocket-refused': 'WebSockets',
};
