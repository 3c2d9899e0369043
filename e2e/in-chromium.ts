import type { Reason } from '../src/engine/contract';

const blocked = (url: string, why: string, origin = 'https://app.example.com'): string[] => [
  `Access to fetch at '${url}' from origin '${origin}' has been blocked by CORS policy: ${why}`,
  'Failed to load resource: net::ERR_FAILED',
];
const preflight = "Response to preflight request doesn't pass access control check: ";
const missing = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
const users = 'https://api.example.com/users';

/** What is no fetch() is a resource. */
const ofResource = (line: string): string => line.replace('Access to fetch at', 'Access to resource at');

type Word = 'Allowed' | 'Blocked' | 'Opaque' | 'Failed';

interface Case {
  verdict: Word;
  /** Of each request, where there are several. */
  requests?: Word[];
  /** Of each request that did not get through, in order. */
  reasons?: Reason[];
  /** The browser's own lines. */
  console: string[];
  /** Part of what the code prints. */
  prints?: string;
  /** Of each problem that the server's code is said to have. */
  problems?: string[];
}

/** What Chromium 156 does with the ready-made cases, and what it prints, by the case's id. */
export const inChromium: Record<string, Case> = {
  classic: { verdict: 'Allowed', console: [], prints: 'Grace' },
  'no-cors-headers': { verdict: 'Blocked', reasons: ['allow-origin-missing'], console: blocked(users, missing) },
  'wrong-origin': {
    verdict: 'Blocked',
    reasons: ['allow-origin-mismatch'],
    console: blocked(
      users,
      "The 'Access-Control-Allow-Origin' header has a value 'http://localhost:3000' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ),
  },
  'preflight-unhandled': {
    verdict: 'Blocked',
    reasons: ['allow-origin-missing'],
    console: blocked(`${users}/1`, preflight + missing),
  },
  'preflight-needs-login': {
    verdict: 'Blocked',
    reasons: ['preflight-status-not-ok'],
    console: blocked(users, `${preflight}It does not have HTTP ok status.`),
  },
  'method-not-allowed': {
    verdict: 'Blocked',
    reasons: ['method-not-allowed'],
    console: blocked(
      `${users}/2`,
      'Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.',
    ),
  },
  'header-not-allowed': {
    verdict: 'Blocked',
    reasons: ['header-not-allowed'],
    console: blocked(
      users,
      'Request header field x-request-id is not allowed by Access-Control-Allow-Headers in preflight response.',
    ),
  },
  'wildcard-with-credentials': {
    verdict: 'Blocked',
    reasons: ['allow-origin-wildcard-with-credentials'],
    console: blocked(
      users,
      "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ),
  },
  'no-preflight': { verdict: 'Allowed', console: [], prints: 'Alan' },
  'preflighted-put': { verdict: 'Allowed', console: [], prints: 'Ada Lovelace' },
  'same-origin': { verdict: 'Allowed', console: [], prints: 'Grace' },
  'express-cors': { verdict: 'Allowed', console: [], prints: 'r-42' },
  'flask-cors': { verdict: 'Allowed', console: [], prints: 'paid' },
  'django-cors-headers': { verdict: 'Allowed', console: [], prints: 'Kay' },
  'flask-missing-comma': {
    verdict: 'Blocked',
    reasons: ['allow-origin-missing'],
    console: blocked(users, missing),
    problems: ["makes them one: 'http://localhost:3000https://app.example.com'"],
  },
  'flask-any-origin-with-cookies': { verdict: 'Allowed', console: [], prints: 'Grace' },
  'django-no-scheme': {
    verdict: 'Blocked',
    reasons: ['allow-origin-missing'],
    console: blocked(users, missing),
    problems: ["(corsheaders.E013) Origin 'app.example.com' in CORS_ALLOWED_ORIGINS is missing scheme or netloc"],
  },
  'django-middleware-order': {
    verdict: 'Blocked',
    reasons: ['allow-origin-missing'],
    console: blocked('https://api.example.com/api/users', missing),
  },
  'django-error-page': { verdict: 'Blocked', reasons: ['allow-origin-missing'], console: blocked(users, missing) },
  microservices: {
    verdict: 'Blocked',
    reasons: ['allow-origin-missing'],
    requests: ['Allowed', 'Blocked'],
    console: blocked('https://users.example.com/users/1', missing),
  },
  'bank-and-evil': {
    verdict: 'Blocked',
    reasons: ['allow-origin-missing'],
    requests: ['Allowed', 'Blocked'],
    console: blocked('https://bank.example/transfer', missing, 'https://evil.example'),
  },
  'reverse-proxy': { verdict: 'Allowed', console: [], prints: 'Grace' },
  'nginx-twice': {
    verdict: 'Blocked',
    reasons: ['allow-origin-multiple-values'],
    console: blocked(
      users,
      "The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed. Have the server send the header with a valid value.",
    ),
  },
  'nginx-without-always': {
    verdict: 'Blocked',
    reasons: ['allow-origin-missing'],
    requests: ['Allowed', 'Blocked'],
    console: blocked(`${users}/7`, missing),
  },
  'nginx-map': { verdict: 'Allowed', console: [], prints: 'Ada Lovelace' },
  'native-app': { verdict: 'Allowed', console: [], prints: 'readable' },
  webview: {
    verdict: 'Blocked',
    reasons: ['allow-origin-missing'],
    console: blocked(users, missing, 'https://localhost'),
  },
  curl: { verdict: 'Allowed', console: [], prints: 'HTTP/1.1 200 OK' },
  jsonp: { verdict: 'Opaque', console: [], prints: 'Grace' },
  'form-post': { verdict: 'Opaque', requests: ['Allowed', 'Opaque'], console: [], prints: 'replaces this page' },
  'tainted-canvas': {
    verdict: 'Opaque',
    console: [],
    prints: 'The canvas has been tainted by cross-origin data.',
  },
  'cors-extension': {
    verdict: 'Allowed',
    requests: ['Allowed', 'Allowed'],
    console: [],
    prints: 'evil.example reads:',
  },
  'poisoned-cache': {
    verdict: 'Blocked',
    reasons: ['allow-origin-mismatch'],
    requests: ['Allowed', 'Blocked'],
    console: blocked(
      'https://cdn.example.net/prices',
      "The 'Access-Control-Allow-Origin' header has a value 'https://partner.example' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ),
  },
  beacon: {
    verdict: 'Blocked',
    requests: ['Opaque', 'Blocked'],
    reasons: ['allow-origin-missing'],
    console: blocked('https://stats.example.net/visits', preflight + missing).map(ofResource),
    prints: 'JSON is on its way: true',
  },
  'event-source': {
    verdict: 'Blocked',
    requests: ['Allowed', 'Blocked'],
    reasons: ['allow-origin-wildcard-with-credentials'],
    console: blocked(
      'https://news.example.net/events',
      "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ).map(ofResource),
    prints: 'without cookies: goal',
  },
  'web-socket': {
    verdict: 'Failed',
    requests: ['Allowed', 'Allowed', 'Failed'],
    reasons: ['websocket-refused'],
    console: [
      "WebSocket connection to 'wss://chat.example/careful' failed: Error during WebSocket handshake: Unexpected response code: 403",
    ],
    prints: '/careless is open to evil.example',
  },
};
