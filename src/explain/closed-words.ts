import type { TimelineEvent } from '@/scenario/result';
import { textOf } from './match';
import { type Sentence, say } from './sentence';

/** Why a gate closed that is no check of a CORS header, in the callout: the values stand above it. */
export function closedWords(event: TimelineEvent): Sentence {
  const left = (event.compared && textOf(event.compared.left)) ?? '';
  switch (event.reason) {
    case 'bad-port':
      return ['Browsers block this port.'];
    case 'url-scheme-not-supported':
      return say`${left} is not a scheme that can be fetched from here.`;
    case 'same-origin-mode-violation':
      return say`The mode ${'same-origin'} keeps the request at home.`;
    case 'only-if-cached-miss':
      return say`The cache mode ${'only-if-cached'} may not ask the server.`;
    case 'no-cors-redirect-mode':
      return say`A ${'no-cors'} request must follow redirects.`;
    case 'preflight-redirect':
      return ['A preflight may not be redirected.'];
    case 'allow-methods-invalid':
      return ['This is not a list of methods.'];
    case 'allow-headers-invalid':
      return ['This is not a list of header names.'];
    case 'redirect-mode-error':
      return say`Redirect mode ${'error'} lets none be followed.`;
    case 'redirect-location-invalid':
      return say`${'Location'} holds no URL that can be followed.`;
    case 'redirect-scheme-not-supported':
      return say`It leads to a scheme other than ${'http'} and ${'https'}.`;
    case 'redirect-too-many':
      return ['No browser goes on from here.'];
    case 'redirect-url-has-credentials':
      return ['The URL carries a name or a password.'];
    case 'cross-origin-resource-policy':
      return say`${'Cross-Origin-Resource-Policy'} leaves this page out.`;
    case 'integrity-mismatch':
      return left === 'opaque'
        ? ['What is opaque cannot be checked against a hash.']
        : say`The body has another hash than ${'integrity'} names.`;
    case 'nosniff':
      return say`The type does not fit, and ${'nosniff'} forbids guessing.`;
    default:
      return [event.text];
  }
}
