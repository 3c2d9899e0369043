import type { Side, TraceEvent } from '@/engine';
import { type SaidCause, saidCauses } from './causes';
import { moment } from './clock';
import { doorWords } from './doors';
import { describeReason } from './reasons';
import { listed, quoted } from './words';

/** What the redirect-tainted origin means. https://fetch.spec.whatwg.org/#concept-request-tainted-origin */
const ORIGIN_LOST = '; led on by a foreign origin to a different one, the request names its origin as null from now on';

/** What a sentence is made of: an event of the trace, without its place and time. */
export type Narrated = Omit<TraceEvent, 'at' | 'request'>;

/** One plain sentence for what happened, rendered from the event's own values. */
export function narrate(event: Narrated): string {
  const detail = event.detail ?? {};
  const text = (key: string): string => String(detail[key] ?? '');
  const list = (key: string): string[] => {
    const value = detail[key];
    return Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
  };
  const passed = event.verdict !== 'fail';
  const left = valueOf(event.compared?.left);
  const right = valueOf(event.compared?.right);
  const door = doorWords(text('initiator'));
  const because = event.reason ? describeReason(event.reason, event.compared) : '';

  switch (event.step) {
    case 'request-started':
      return text('from') === 'curl'
        ? `The command asks for ${text('method')} ${text('url')}.`
        : `${door?.asker ?? 'The code'} asks for ${text('method')} ${text('url')}.`;
    case 'request-settled':
      if (door && passed) return (/^[345]/.test(text('status')) && door.refused) || door.through;
      if (door) return door.failed;
      return passed
        ? `The code gets the response: ${describeResponse(text('type'), text('status'))}.`
        : `The code gets ${text('error')}.`;
    case 'timer-fired':
      return `A timer of ${moment(Number(detail['delay']))} fires.`;
    case 'console':
      return `${text('source') === 'browser' ? 'The browser' : 'The code'} writes to the console: ${text('text')}`;
    case 'cross-origin':
      return event.answer === 'yes'
        ? `The request is cross-origin: the page is ${left}, the URL is ${right}.`
        : `The request is same-origin: page and URL are both ${right}.`;
    case 'preflight-needed':
      return event.answer === 'yes'
        ? `The browser must ask first: ${saidCauses(event.causes ?? [])
            .map(causeWords)
            .join('; ')}.`
        : 'The browser need not ask first: method and headers are safelisted.';
    case 'cache-lookup':
      return event.answer === 'yes'
        ? 'The CORS-preflight cache already holds the permission.'
        : `The CORS-preflight cache does not hold the permission: ${whyNotCached(text('why'))}.`;
    case 'cache-hit':
      return 'The browser uses what the CORS-preflight cache holds, and sends no preflight.';
    case 'cache-stored':
      return `The browser keeps the permission for ${text('seconds')} seconds.`;
    case 'cache-cleared':
      return 'The browser drops what its CORS-preflight cache held for this URL.';
    case 'http-cache-lookup':
      if (event.verdict) return sentence(because);
      return event.answer === 'yes'
        ? 'The HTTP cache holds an answer.'
        : 'The HTTP cache holds no answer that may be used.';
    case 'cookies-attached': {
      const names = list('cookies');
      return event.answer === 'no' || names.length === 0
        ? 'The browser has no cookie that it may send with this request.'
        : `The browser adds ${names.length === 1 ? 'the cookie' : 'the cookies'} ${listed(names)}.`;
    }
    case 'cookie-stored':
      return `The browser ${detail['removed'] ? 'deletes' : 'stores'} the cookie ${text('cookie')}.`;
    case 'cookie-refused':
      return `The browser does not store the cookie ${text('cookie')}${text('why') ? `: ${text('why')}` : ''}.`;
    case 'redirect':
      return `The answer ${text('status')} sends the browser on to ${text('to') || right}${detail['origin'] === 'null' ? ORIGIN_LOST : ''}.`;
    case 'preflight-sent':
      return `The browser sends a preflight: OPTIONS ${text('url')}.`;
    case 'preflight-received':
      return `The preflight’s answer arrives from ${originOf(text('url'))}: ${statusOf(detail)}.`;
    case 'request-sent':
      return `${senderOf(text('from'))} sends ${text('method')} ${text('url')}.`;
    case 'server-received':
      return describeArrival(detail['preflight'] === true, `${text('method')} ${text('url')}`, text('from'));
    case 'server-answered':
      return `The server answers ${statusOf(detail)}.`;
    case 'response-received':
      return `The answer of ${originOf(text('url'))} arrives ${placeOf(text('from'))}: ${statusOf(detail)}${ageOf(detail)}.`;
    case 'extension-rewrote':
      return `The extension rewrites the answer before the browser looks at it: it sets ${listed(list('headers'))}.`;
    case 'connection-failed':
      return describeConnectionFailure(text('failure'), text('url'));
    case 'request-check':
      return passed ? 'The request is well formed.' : `The request cannot be made: ${text('error') || because}`;
    case 'mode-check':
      return passed ? 'The request’s mode allows this URL.' : sentence(because);
    case 'mixed-content-check':
      return passed ? 'The URL is as secure as the page.' : sentence(because);
    case 'cors-check':
      return passed
        ? `CORS check: Access-Control-Allow-Origin is ${right}, which allows the origin ${left}.`
        : `CORS check failed: ${because}`;
    case 'credentials-check':
      return passed
        ? 'Access-Control-Allow-Credentials is true, as a request with credentials needs.'
        : `CORS check failed: ${because}`;
    case 'preflight-redirect-check':
    case 'allow-methods-syntax':
    case 'allow-headers-syntax':
      return passed ? 'The preflight’s answer is well formed.' : `Preflight failed: ${because}`;
    case 'preflight-status-check':
      return passed ? `The preflight’s status ${left} is an ok status.` : `Preflight failed: ${because}`;
    case 'method-check':
      if (passed && detail['implied'])
        return `The answer has no list of methods; what an upload listener asks for is then allowed: ${left}.`;
      return passed ? `The method ${left} is allowed.` : `Preflight failed: ${because}`;
    case 'headers-check':
      return passed ? `Every header the request needs allowed is allowed: ${left}.` : `Preflight failed: ${because}`;
    case 'redirect-check':
      return passed ? 'The redirect may be followed.' : `Redirect refused: ${because}`;
    case 'corp-check':
      return passed ? 'Cross-Origin-Resource-Policy allows this page.' : sentence(because);
    case 'orb-check':
      return passed ? 'The answer is of a kind that may be embedded.' : sentence(because);
    case 'nosniff-check':
      return passed ? 'The answer’s type suits the element that asked.' : sentence(because);
    case 'integrity-check':
      return passed ? 'The body matches its integrity hash.' : sentence(because);
    case 'response-filtered':
      return describeFiltering(text('type'), list('headers'), text('initiator'));
  }
}

function causeWords({ values, words, is }: SaidCause): string {
  return `${words ?? listed(values)} ${is}`;
}

function valueOf(side: Side | undefined): string {
  if (!side || side.value === null) return 'nothing';
  return Array.isArray(side.value) ? listed(side.value) : quoted(side.value);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function statusOf(detail: NonNullable<Narrated['detail']>): string {
  return `${String(detail['status'] ?? '')} ${String(detail['statusText'] ?? '')}`.trim();
}

function senderOf(from: string): string {
  if (from === 'app') return 'The app';
  if (from === 'browser' || from === '') return 'The browser';
  return from === 'curl' ? 'curl' : `The server ${from}`;
}

/** Where the answer to what this one sent arrives. */
function placeOf(from: string): string {
  if (from === 'app') return 'in the app';
  if (from === 'browser' || from === '') return 'in the browser';
  return from === 'curl' ? 'at curl' : `at the server ${from}`;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

function ageOf({ age }: NonNullable<Narrated['detail']>): string {
  return age === undefined ? '' : `, with Age: ${String(age)}, as an answer out of a cache has it`;
}

function describeArrival(isPreflight: boolean, message: string, from: string): string {
  if (isPreflight) return `The preflight ${message} reaches the server.`;
  const isServer = from.includes('://');
  return `${message}${isServer ? `, sent by the server ${from},` : ''} reaches the server.`;
}

function describeResponse(type: string, status: string): string {
  if (type === 'opaque') return 'opaque, with nothing in it that the code may read';
  if (type === 'opaqueredirect') return 'an opaque redirect, with nothing in it that the code may read';
  return `status ${status}, type ${type}`;
}

function describeConnectionFailure(failure: string, url: string): string {
  switch (failure) {
    case 'closed':
      return `The server ${originOf(url)} closes the connection without an answer.`;
    case 'refused':
      return `Nothing listens at ${url}: the connection is refused.`;
    case 'name-not-resolved':
      return `No server is known by the name in ${url}.`;
    default:
      return `No answer comes from ${url} in time.`;
  }
}

function describeFiltering(type: string, headers: string[], initiator: string): string {
  if (initiator === 'websocket') return 'No CORS check judges a WebSocket: whether it opens is for the server to say.';
  const sealed = doorWords(initiator)?.sealed ?? 'The code may hold it but not look inside.';
  if (type === 'opaque') return `The response is sealed. ${sealed}`;
  if (type === 'opaqueredirect') return 'The redirect is sealed: the code learns only that there was one.';
  if (type === 'basic') return 'The response is same-origin: the code may read all of it, except Set-Cookie.';
  return headers.length
    ? `The code may read the body and, of the headers, ${listed(headers)}.`
    : 'The code may read the body; no header is left for it to read.';
}

function whyNotCached(why: string): string {
  switch (why) {
    case 'expired':
      return 'its entry has expired';
    case 'bypassed':
      return 'this request does not use the cache';
    case 'credentials':
      return 'its entry was stored for another credentials mode';
    case 'method-not-cached':
      return 'its entry does not cover the method';
    case 'header-not-cached':
      return 'its entry does not cover every header';
    default:
      return 'it has no entry for this URL';
  }
}
