import type { Comparison, Reason, Side } from '@/engine';
import { listed, quoted } from './words';

/** Why a rule failed, as a clause rendered from the compared values: "the answer has no Access-Control-Allow-Origin header." */
export function describeReason(reason: Reason, compared?: Comparison): string {
  const left = valueOf(compared?.left);
  const right = valueOf(compared?.right);
  const missing = listed(compared?.missing ?? []);
  switch (reason) {
    case 'invalid-request':
      return 'the browser refuses to build this request.';
    case 'bad-port':
      return 'browsers block this port.';
    case 'mixed-content':
      return 'a secure page may not ask for an insecure URL.';
    case 'url-scheme-not-supported':
      return 'the URL’s scheme cannot be fetched from here.';
    case 'same-origin-mode-violation':
      return 'the request’s mode is same-origin and the URL is not.';
    case 'only-if-cached-miss':
      return 'the cache holds no answer, and the request may not use the network.';
    case 'no-cors-redirect-mode':
      return 'a no-cors request must follow redirects.';
    case 'connection-closed':
      return 'the server closed the connection without an answer.';
    case 'connection-refused':
      return 'nothing listens at that address.';
    case 'name-not-resolved':
      return 'no server is known by that name.';
    case 'timeout':
      return 'no answer came in time.';
    case 'aborted':
      return 'the code aborted the request.';
    case 'allow-origin-missing':
      return 'the answer has no Access-Control-Allow-Origin header.';
    case 'allow-origin-multiple-values':
      return `Access-Control-Allow-Origin has several values, ${right}, where one is allowed.`;
    case 'allow-origin-invalid':
      return `Access-Control-Allow-Origin is ${right}, which is no origin.`;
    case 'allow-origin-mismatch':
      return `Access-Control-Allow-Origin is ${right}, and the origin is ${left}.`;
    case 'allow-origin-wildcard-with-credentials':
      return 'Access-Control-Allow-Origin is *, which a request with credentials may not use.';
    case 'allow-credentials-not-true':
      return `Access-Control-Allow-Credentials is ${right}, where a request with credentials needs true.`;
    case 'preflight-redirect':
      return 'a preflight may not be redirected.';
    case 'preflight-status-not-ok':
      return `the preflight’s status is ${left}, not one from 200 to 299.`;
    case 'allow-methods-invalid':
      return `Access-Control-Allow-Methods cannot be parsed: ${left} is no list of methods.`;
    case 'allow-headers-invalid':
      return `Access-Control-Allow-Headers cannot be parsed: ${left} is no list of header names.`;
    case 'method-not-allowed':
      return `Access-Control-Allow-Methods does not list ${left}.`;
    case 'header-not-allowed':
      return `Access-Control-Allow-Headers does not list ${missing || left}.`;
    case 'redirect-mode-error':
      return 'the request’s redirect mode is error.';
    case 'redirect-location-invalid':
      return 'the Location header holds no URL.';
    case 'redirect-scheme-not-supported':
      return 'the redirect leads to a scheme other than http or https.';
    case 'redirect-too-many':
      return 'there were more than 20 redirects.';
    case 'redirect-url-has-credentials':
      return 'the redirect’s URL carries a user name or password.';
    case 'cross-origin-resource-policy':
      return 'Cross-Origin-Resource-Policy keeps this answer from the page.';
    case 'opaque-response-blocking':
      return 'the answer is of a kind that may not be embedded.';
    case 'integrity-mismatch':
      return left === 'opaque'
        ? 'what is opaque cannot be checked against an integrity hash.'
        : 'the body does not match its integrity hash.';
    case 'nosniff':
      return 'X-Content-Type-Options is nosniff and the type does not fit.';
    case 'websocket-refused':
      return 'the server does not switch to the WebSocket protocol: only status 101 does.';
  }
}

function valueOf(side: Side | undefined): string {
  if (!side || side.value === null) return 'missing';
  return Array.isArray(side.value) ? listed(side.value) : quoted(side.value);
}
