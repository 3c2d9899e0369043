const blocked = (url: string, why: string, origin = 'https://app.example.com'): string[] => [
  `Access to fetch at '${url}' from origin '${origin}' has been blocked by CORS policy: ${why}`,
  'Failed to load resource: net::ERR_FAILED',
];
const preflight = "Response to preflight request doesn't pass access control check: ";
const missing = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
const users = 'https://api.example.com/users';

type Word = 'Allowed' | 'Blocked' | 'Opaque';

interface Case {
  verdict: Word;
  /** Of each request, where there are several. */
  requests?: Word[];
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
  'no-cors-headers': { verdict: 'Blocked', console: blocked(users, missing) },
  'wrong-origin': {
    verdict: 'Blocked',
    console: blocked(
      users,
      "The 'Access-Control-Allow-Origin' header has a value 'http://localhost:3000' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ),
  },
  'preflight-unhandled': { verdict: 'Blocked', console: blocked(`${users}/1`, preflight + missing) },
  'preflight-needs-login': {
    verdict: 'Blocked',
    console: blocked(users, `${preflight}It does not have HTTP ok status.`),
  },
  'method-not-allowed': {
    verdict: 'Blocked',
    console: blocked(
      `${users}/2`,
      'Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.',
    ),
  },
  'header-not-allowed': {
    verdict: 'Blocked',
    console: blocked(
      users,
      'Request header field x-request-id is not allowed by Access-Control-Allow-Headers in preflight response.',
    ),
  },
  'wildcard-with-credentials': {
    verdict: 'Blocked',
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
    console: blocked(users, missing),
    problems: ["makes them one: 'http://localhost:3000https://app.example.com'"],
  },
  'flask-any-origin-with-cookies': { verdict: 'Allowed', console: [], prints: 'Grace' },
  'django-no-scheme': {
    verdict: 'Blocked',
    console: blocked(users, missing),
    problems: ["(corsheaders.E013) Origin 'app.example.com' in CORS_ALLOWED_ORIGINS is missing scheme or netloc"],
  },
  'django-middleware-order': { verdict: 'Blocked', console: blocked('https://api.example.com/api/users', missing) },
  'django-error-page': { verdict: 'Blocked', console: blocked(users, missing) },
  microservices: {
    verdict: 'Blocked',
    requests: ['Allowed', 'Blocked'],
    console: blocked('https://users.example.com/users/1', missing),
  },
  'bank-and-evil': {
    verdict: 'Blocked',
    requests: ['Allowed', 'Blocked'],
    console: blocked('https://bank.example/transfer', missing, 'https://evil.example'),
  },
  'reverse-proxy': { verdict: 'Allowed', console: [], prints: 'Grace' },
  'nginx-twice': {
    verdict: 'Blocked',
    console: blocked(
      users,
      "The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed. Have the server send the header with a valid value.",
    ),
  },
  'nginx-without-always': {
    verdict: 'Blocked',
    requests: ['Allowed', 'Blocked'],
    console: blocked(`${users}/7`, missing),
  },
  'nginx-map': { verdict: 'Allowed', console: [], prints: 'Ada Lovelace' },
  'native-app': { verdict: 'Allowed', console: [], prints: 'readable' },
  webview: { verdict: 'Blocked', console: blocked(users, missing, 'https://localhost') },
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
    requests: ['Allowed', 'Blocked'],
    console: blocked(
      'https://cdn.example.net/prices',
      "The 'Access-Control-Allow-Origin' header has a value 'https://partner.example' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ),
  },
};
