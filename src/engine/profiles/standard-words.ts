/** The standard prints nothing, and tells nobody why: the lines are plain words for the rule that failed. */

import type { Reason } from '../contract';
import type { Words } from './profile';
import { SILENT_WORDS } from './silent-words';

export const STANDARD_WORDS: Words = {
  ...SILENT_WORDS,
  failure: ({ reason }) => [{ level: 'error', text: `Network error: ${FAILED_RULE[reason]}` }],
  rejection: { name: 'TypeError', message: 'Failed to fetch' },
};

const FAILED_RULE: Record<Reason, string> = {
  'invalid-request': 'this request cannot be made.',
  'bad-port': 'the port is a bad port.',
  'mixed-content': 'a secure page may not ask an insecure URL.',
  'url-scheme-not-supported': 'the URL’s scheme cannot be fetched.',
  'same-origin-mode-violation': 'the mode is same-origin and the URL is not.',
  'only-if-cached-miss': 'the cache holds no answer, and the network may not be used.',
  'no-cors-redirect-mode': 'in the mode no-cors the redirect mode must be follow.',
  'connection-closed': 'the connection was closed without an answer.',
  'connection-refused': 'the connection was refused.',
  'name-not-resolved': 'the name leads to no server.',
  timeout: 'no answer came in time.',
  aborted: 'the request was aborted.',
  'allow-origin-missing': 'Access-Control-Allow-Origin is missing.',
  'allow-origin-multiple-values': 'Access-Control-Allow-Origin has more than one value.',
  'allow-origin-invalid': 'Access-Control-Allow-Origin is not an origin.',
  'allow-origin-mismatch': 'Access-Control-Allow-Origin is not the request’s origin.',
  'allow-origin-wildcard-with-credentials': 'Access-Control-Allow-Origin is *, and the request has credentials.',
  'allow-credentials-not-true': 'Access-Control-Allow-Credentials is not true, and the request has credentials.',
  'preflight-redirect': 'the preflight was redirected.',
  'preflight-status-not-ok': 'the preflight’s status is not an ok status.',
  'allow-methods-invalid': 'Access-Control-Allow-Methods cannot be parsed.',
  'allow-headers-invalid': 'Access-Control-Allow-Headers cannot be parsed.',
  'method-not-allowed': 'Access-Control-Allow-Methods does not list the method.',
  'header-not-allowed': 'Access-Control-Allow-Headers does not list every header.',
  'redirect-mode-error': 'the answer is a redirect, and the redirect mode is error.',
  'redirect-location-invalid': 'Location is not a URL.',
  'redirect-scheme-not-supported': 'Location does not have an HTTP scheme.',
  'redirect-too-many': 'there were more than 20 redirects.',
  'redirect-url-has-credentials': 'Location carries a user name or password.',
  'cross-origin-resource-policy': 'Cross-Origin-Resource-Policy leaves this page out.',
  'opaque-response-blocking': 'an answer of this type may not be embedded.',
  'integrity-mismatch': 'the body does not match the integrity value.',
  nosniff: 'the type does not fit, and X-Content-Type-Options is nosniff.',
  'websocket-refused': 'the server does not switch to the WebSocket protocol.',
};
