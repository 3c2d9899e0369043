import { hostOf, join, say, sayError, type Sentence } from '@/explain';
import { headerValue, members, titleCase } from '@/explain/headers';
import { serverFailure, whyNobodyListens } from '@/explain/server-failure';
import type { SimulationResult } from '@/scenario/result';
import { isHeldBack, isNoMethod, type Blockage } from './blockage';
import type { Fix } from './fix';
import { targetOf } from './page/addresses';
import type { MissingRoute } from './routes/missing-route';

/** What to know beside the fixes: whose the cause is, and why nothing on a server can help where nothing can. */
export function noteFor(
  blockage: Blockage,
  result: SimulationResult,
  fixes: readonly Fix[],
  missing: MissingRoute | null,
): Sentence | null {
  if (missing) return aboutTheRoute(missing, blockage, fixes);
  if (!isHeldBack(blockage.request)) return null;
  const whose =
    beforeTheServer(blockage, result) ?? aboutTheAnswer(blockage, result, fixes) ?? withoutFixes(blockage, fixes);
  const stray = aboutTheRequest(blockage);
  return stray && whose ? join(stray, [' '], whose) : (stray ?? whose);
}

/** Nothing is there to ask for, whatever headers say. */
function aboutTheRoute(
  { status, method, path, prefix }: MissingRoute,
  { request }: Blockage,
  fixes: readonly Fix[],
): Sentence | null {
  const slips = fixes.flatMap(({ steps }) => steps.flatMap(({ slip }) => slip ?? []));
  const meant = slips.find(({ of }) => of !== 'header');
  const didYouMean = meant === undefined ? [] : say` Did you mean ${meant.meant}?`;
  if (status === null) {
    const { origin } = new URL(request.url);
    return join(
      say`This is not about CORS: ${path} names no origin, which means the page’s own, and no server is at ${origin}.`,
      didYouMean,
    );
  }
  const isRead = !isHeldBack(request);
  if (isRead && meant === undefined && prefix === undefined) return null;
  const because =
    status === 405 || meant?.of === 'method'
      ? say`nobody answers ${method} at ${path}.`
      : prefix === undefined
        ? say`no such address as ${path}.`
        : say`the proxy at ${hostOf(new URL(request.url).origin)} passes on what begins with ${prefix}, and ${path} does not.`;
  return join(
    isRead ? say`The answer is a ${String(status)}: ` : say`Behind this is a ${String(status)}: `,
    because,
    didYouMean,
    isRead ? [] : [' Headers only let the page read that.'],
  );
}

/** Headers of answers that the code sends, in the hope that they allow something. */
function aboutTheRequest({ exchange }: Blockage): Sentence | null {
  const asked = members(exchange && headerValue(exchange.requestHeaders, 'access-control-request-headers'));
  const [name] = asked.filter((each) => /^access-control-(allow|expose)-/i.test(each));
  if (name === undefined) return null;
  return say`The page’s code sends ${titleCase(name)}, which is a header for answers: in a request it allows nothing, and makes a preflight.`;
}

/** The request never came to where a header is read. */
function beforeTheServer({ reason, request, exchange, made }: Blockage, result: SimulationResult): Sentence | null {
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  const target = exchange && targetOf(exchange);
  switch (reason) {
    case null:
      return say`No server can open this answer: the mode ${'no-cors'} asks for one that code cannot read.`;
    case 'mixed-content':
      if (target)
        return say`No header of CORS can help: the redirect leads to ${target}, which a secure page may not ask. It has to lead to an address over ${'https'}.`;
      return say`No header can help: a secure page may not ask ${request.url}, and the request was not sent. The server has to be reachable over ${'https'}.`;
    case 'bad-port':
      return say`No header can help: browsers do not talk to port ${url?.port ?? ''} at all. The server has to listen on another one.`;
    case 'url-scheme-not-supported':
      return exchange
        ? null
        : say`No server saw this request: ${request.url} begins with ${url?.protocol ?? request.url}, which is not ${'http:'} or ${'https:'}.`;
    case 'same-origin-mode-violation':
      return say`No server saw this request: the page’s own mode ${'same-origin'} kept it from leaving.`;
    case 'no-cors-redirect-mode':
      return say`No server saw this request: mode ${'no-cors'} allows no redirect mode but ${'follow'}.`;
    case 'invalid-request':
      return join(['No server saw this request: the browser refused to build it.'], said(request.error?.message));
    case 'name-not-resolved':
      return say`This is not about CORS: no server is known by the name in ${request.url}.`;
    case 'connection-refused': {
      const why = whyNobodyListens(result, request);
      return why
        ? join(['This is not about CORS. '], why)
        : say`This is not about CORS: nothing listens at ${url?.origin ?? request.url}.`;
    }
    case 'connection-closed': {
      const why = serverFailure(result, made);
      return why
        ? join(['This is not about CORS. '], why)
        : say`This is not about CORS: ${hostOf(url?.origin ?? request.url)} closed the connection without an answer.`;
    }
    case 'timeout':
      return say`This is not about CORS: ${hostOf(url?.origin ?? request.url)} did not answer in time.`;
    case 'aborted':
      return ['This is not about CORS: the code gave the request up itself.'];
    case 'only-if-cached-miss':
      return say`No server was asked: the cache mode ${'only-if-cached'} allows only what is stored.`;
    default:
      return null;
  }
}

const said = (message: string | undefined): Sentence => (message === undefined ? [] : say` It says ${message}.`);

/** A failure that hides behind CORS: the answer that was judged is an error, or leads elsewhere. */
function aboutTheAnswer(blockage: Blockage, result: SimulationResult, fixes: readonly Fix[]): Sentence | null {
  const { reason, made, exchange, origin, request } = blockage;
  if (!made || !exchange || !reason?.startsWith('allow-')) {
    return reason === 'preflight-status-not-ok' && (exchange?.status === 401 || exchange?.status === 403)
      ? say`A preflight never carries a login: whoever checks one has to let ${'OPTIONS'} through first.`
      : null;
  }
  const { status } = made;
  if (origin === 'null' && exchange.url !== request.url) {
    return say`The redirect to another origin made the request’s origin ${'null'}. The clean way is to ask ${exchange.url} at once.`;
  }
  if (exchange.kind === 'preflight' || status < 300) return null;
  if (isNoMethod(blockage)) {
    return say`Behind this is a ${status}: the server knows no method ${request.method}. Did you mean ${request.method.toUpperCase()}?`;
  }
  const target = targetOf(made);
  if (target === made.url)
    return say`This is about the redirect, ${status}, not about headers: it leads to where it comes from.`;
  if (target) {
    return say`Behind this is a redirect, ${status}: it needs the headers itself, and so does ${target}, where it leads.`;
  }
  if (status < 400) return null;
  const error = status >= 500 ? failureAt(result, new URL(made.url).origin) : null;
  if (fixes.some(({ place, answer }) => place === 'server' && answer !== null && answer < 400)) {
    return join(
      say`The ${status} is how this server refuses an origin that it does not know`,
      [error ? `: ${sayError(error)}` : '.'],
      [' Where it knows the origin, there is no error.'],
    );
  }
  if (error) {
    // The words of an error are no value to be shortened.
    const then = `${sayError(error)} Repair that; the headers only let the page read the error.`;
    return join(say`Behind this is a failure of the server, ${String(status)}: `, [then]);
  }
  return status === 404
    ? say`Behind this is a ${'404'}: no such address as ${new URL(made.url).pathname}. The headers only let the page read that.`
    : say`Behind this is an error answer, ${String(status)}. The headers only let the page read it.`;
}

function failureAt(result: SimulationResult, origin: string): string | null {
  const error = result.serverErrors?.find((each) => each.origin === origin);
  if (error) return error.line === undefined ? error.message : `${error.message} (line ${error.line})`;
  const logged = result.serverLog.find((entry) => entry.origin === origin && entry.level === 'error');
  return logged?.text.split('\n')[0] ?? null;
}

function withoutFixes({ reason, made, server, exchange }: Blockage, fixes: readonly Fix[]): Sentence | null {
  if (fixes.length > 0) return null;
  switch (reason) {
    case 'preflight-redirect': {
      const target = exchange && targetOf(exchange);
      return target
        ? say`The preflight is led on to ${target}, and no browser follows there: the page has to ask that address itself, where a server answers. No header helps here.`
        : ['The preflight is answered with a redirect, and no browser follows one. No header helps here.'];
    }
    case 'redirect-url-has-credentials':
      return ['This is about the redirect, not about headers: a URL with a name or a password in it is not followed.'];
    case 'redirect-location-invalid':
      return ['This is about the redirect, not about headers: it leads to no address.'];
    case 'redirect-scheme-not-supported':
      return ['This is about the redirect, not about headers: it leads to a scheme that is not HTTP.'];
    case 'redirect-too-many':
      return ['This is about the redirects, not about headers: they go round in circles.'];
    case 'redirect-mode-error':
      return say`This is about the redirect, not about headers: the page’s mode ${'error'} follows none.`;
    case 'integrity-mismatch':
      return ['This is about the content: it is not what the page’s integrity value stands for.'];
    case 'opaque-response-blocking':
    case 'nosniff':
      return say`This is about the kind of content: the answer’s ${'Content-Type'} does not fit the place it is asked for.`;
    case 'websocket-refused':
      return say`This is not about CORS: the server does not speak WebSocket.`;
    default:
      return made && server === null
        ? say`The answer comes from ${new URL(made.url).origin}, which is none of these servers.`
        : ['No small change was found that lets this request pass.'];
  }
}
