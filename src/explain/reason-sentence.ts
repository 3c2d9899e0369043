import type { Reason } from '@/engine';
import type { Exchange, RequestResult } from '@/scenario/result';
import { originOf } from './address';
import { headerValue, members } from './headers';
import type { Stop } from './run';
import { type Sentence, join, list, say } from './sentence';

/** What a sentence about a closed gate may speak of. */
export interface Closed {
  request: RequestResult;
  /** The stop that closed, where the trace has it. */
  stop: Stop | null;
  /** The answer it judged. */
  exchange: Exchange | null;
  /** Serialised origin of the page. */
  origin: string;
  reached: boolean;
}

/** One sentence: what was wrong and what it led to. Every reason has its own; values come from the run. */
export function reasonSentence(reason: Reason, closed: Closed): Sentence {
  return join(cause(reason, closed), consequence(reason, closed), ['.'], hint(reason, closed.request.url));
}

function consequence(reason: Reason, { request, exchange, reached }: Closed): Sentence {
  if (NO_CONSEQUENCE.has(reason)) return [];
  if (exchange?.kind === 'preflight') return say`, so the ${request.method} was never sent`;
  if (!reached) return [', so nothing was sent'];
  return [', so the browser keeps the answer from the code'];
}

/** `api.shop.example:8443/users` reads as a URL of the scheme `api.shop.example`. */
function hint(reason: Reason, url: string): Sentence {
  const isHost = reason === 'url-scheme-not-supported' && /\.|^localhost:/.test(schemeOf(url));
  return isHost ? say` Is ${'https://'} missing in front?` : [];
}

const NO_CONSEQUENCE: ReadonlySet<Reason> = new Set<Reason>([
  'connection-closed',
  'connection-refused',
  'name-not-resolved',
  'timeout',
  'aborted',
  'only-if-cached-miss',
]);

function cause(reason: Reason, closed: Closed): Sentence {
  const { request, exchange, origin } = closed;
  const answer = exchange?.kind === 'preflight' ? 'The preflight’s answer' : 'The answer';
  const header = (name: string) => (exchange ? headerValue(exchange.responseHeaders, name) : null);
  const named = (name: string) => header(name) ?? rightText(closed.stop) ?? 'nothing';
  switch (reason) {
    case 'invalid-request':
      return say`The ${request.method} request is not one that can be made`;
    case 'bad-port':
      return say`The port of ${originOf(request.url)} is on the list of ports that browsers do not talk to`;
    case 'mixed-content':
      return say`A secure page may not ask the insecure ${request.url}`;
    case 'url-scheme-not-supported':
      return say`${schemeOf(request.url)} is not a scheme that fetch can ask for`;
    case 'same-origin-mode-violation':
      return say`The mode ${'same-origin'} keeps the request from leaving ${origin}`;
    case 'only-if-cached-miss':
      return say`The cache mode ${'only-if-cached'} found no stored response`;
    case 'no-cors-redirect-mode':
      return say`Mode ${'no-cors'} allows only the redirect mode ${'follow'}`;
    case 'connection-closed':
      return say`${originOf(request.url)} closed the connection without an answer`;
    case 'connection-refused':
      return say`No server answers at ${originOf(request.url)}`;
    case 'name-not-resolved':
      return say`The name in ${originOf(request.url)} leads to no server`;
    case 'timeout':
      return say`${originOf(request.url)} did not answer in time`;
    case 'aborted':
      return ['The code gave the request up before it was done'];
    case 'allow-origin-missing':
      return join([answer], say` has no ${'Access-Control-Allow-Origin'} header`);
    case 'allow-origin-multiple-values':
      return join([answer], say` names several origins, ${named('access-control-allow-origin')}, where one is allowed`);
    case 'allow-origin-invalid':
      return join([answer], say` allows ${named('access-control-allow-origin')}, which is not an origin`);
    case 'allow-origin-mismatch':
      return join([answer], say` allows ${named('access-control-allow-origin')}, not `, askingOrigin(closed));
    case 'allow-origin-wildcard-with-credentials':
      return join([answer], say` allows ${'*'}, which does not count for a request with credentials`);
    case 'allow-credentials-not-true':
      return join(
        [answer],
        say` does not say ${'Access-Control-Allow-Credentials: true'} to a request with credentials`,
      );
    case 'preflight-redirect':
      return say`The preflight was redirected to ${named('location')}, and a preflight may not be`;
    case 'preflight-status-not-ok':
      return say`The preflight was answered with ${exchange?.status ?? leftText(closed.stop) ?? ''}, which is not an ok status`;
    case 'allow-methods-invalid':
      return say`The list ${named('access-control-allow-methods')} in ${'Access-Control-Allow-Methods'} cannot be read`;
    case 'allow-headers-invalid':
      return say`The list ${named('access-control-allow-headers')} in ${'Access-Control-Allow-Headers'} cannot be read`;
    case 'method-not-allowed':
      return say`The preflight’s answer does not allow the method ${leftText(closed.stop) ?? request.method}`;
    case 'header-not-allowed':
      return refusedHeaders(closed);
    case 'redirect-mode-error':
      return say`The answer is a redirect, and the redirect mode is ${'error'}`;
    case 'redirect-location-invalid':
      return say`The redirect leads to ${named('location')}, which is not a URL`;
    case 'redirect-scheme-not-supported':
      return say`The redirect leads to ${named('location')}, whose scheme is not an HTTP scheme`;
    case 'redirect-too-many':
      return ['The answers redirected more than 20 times'];
    case 'redirect-url-has-credentials':
      return say`The redirect leads to ${named('location')}, a URL with a name or a password in it`;
    case 'cross-origin-resource-policy':
      return say`The answer says ${`Cross-Origin-Resource-Policy: ${named('cross-origin-resource-policy')}`}, which leaves this page out`;
    case 'opaque-response-blocking':
      return say`An answer of type ${named('content-type')} may not enter another origin's page in this way`;
    case 'integrity-mismatch':
      return ['The content is not the one that the integrity value stands for'];
    case 'nosniff':
      return say`The type ${named('content-type')} does not fit, and ${'nosniff'} forbids guessing`;
    case 'websocket-refused':
      return ['The server does not switch to the WebSocket protocol: only an answer with status 101 does'];
  }
}

/** After a redirect to another origin the request's origin is opaque, whatever the page's is. */
function askingOrigin({ stop, origin }: Closed): Sentence {
  const asking = leftText(stop) ?? origin;
  return asking === 'null' && origin !== 'null'
    ? say`${asking}, which the origin became in the redirect`
    : say`${asking}`;
}

function refusedHeaders({ stop, exchange }: Closed): Sentence {
  const missing = missingNames(stop, exchange);
  return join(
    [`The preflight’s answer does not allow the request ${missing.length > 1 ? 'headers' : 'header'} `],
    list(missing),
  );
}

/** The header names that were asked for and found no partner. */
export function missingNames(stop: Stop | null, exchange: Exchange | null): string[] {
  if (stop?.match?.kind === 'columns') {
    const missing = stop.match.columns.filter((column) => column.right === null).map((column) => column.left);
    if (missing.length > 0) return missing;
  }
  return exchange ? members(headerValue(exchange.requestHeaders, 'access-control-request-headers')) : [];
}

function leftText(stop: Stop | null): string | null {
  return stop?.match?.kind === 'pair' ? stop.match.left.value : null;
}

function rightText(stop: Stop | null): string | null {
  return stop?.match?.kind === 'pair' ? stop.match.right.value : null;
}

function schemeOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? url;
}
