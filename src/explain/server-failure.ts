import type { Exchange, RequestResult, ServerError, SimulationResult } from '@/scenario/result';
import { originOf, pathOf } from './address';
import { headerValue } from './headers';
import { type Sentence, join, say, sayError } from './sentence';

/** Why a server closed the connection without an answer, where its own code is to blame; null where nothing is known. */
export function serverFailure(result: SimulationResult, exchange: Exchange | null): Sentence | null {
  if (!exchange || exchange.status !== 0) return null;
  const origin = originOf(exchange.url);
  const errors = (result.serverErrors ?? []).filter((error) => originOf(error.origin) === origin);
  const title = `${exchange.method} ${pathOf(exchange.url).split('?')[0] ?? ''} `;
  const unanswered = errors.find(isUnanswered(title));
  if (unanswered) return noReply(exchange, unanswered);
  const error = errors.find((candidate) => !candidate.message.includes(NEVER));
  return error ? serverErrorSentence(error) : null;
}

/** Why nobody listens where the request asked, where a server was to start there and did not; null where there is none. */
export function whyNobodyListens(
  { exchanges, serverErrors }: SimulationResult,
  request: RequestResult,
): Sentence | null {
  const last = exchanges[request.exchanges.at(-1) ?? -1];
  const location = last && headerValue(last.responseHeaders, 'location');
  const origin = originOf(
    location && URL.canParse(location, last.url) ? new URL(location, last.url).href : request.url,
  );
  const error = serverErrors?.find((each) => originOf(each.origin) === origin);
  return error ? join(serverErrorSentence(error), say` So nothing listens at ${origin}.`) : null;
}

/** The error of a server that answered nothing in the run; undefined where it ran, for all that is said about its code. */
export function whyServerIsSilent({ serverErrors, exchanges }: SimulationResult, origin: string): string | undefined {
  const asked = originOf(origin);
  if (exchanges.some(({ url, status }) => status !== 0 && originOf(url) === asked)) return undefined;
  return serverErrors?.find(({ origin: at, message }) => originOf(at) === asked && !message.includes(NEVER))?.message;
}

/** "The server’s code does not parse (line 2): Unexpected token." */
export function serverErrorSentence({ message, line }: ServerError): Sentence {
  const where = line === undefined ? '' : ` (line ${line})`;
  const syntax = /^(?:SyntaxError|IndentationError|TabError): (.+)/s.exec(message);
  if (syntax) return [`The server’s code does not parse${where}: `, sayError(syntax[1]!)];
  const stopped = /^The (code|server) (ran|was still) /.exec(message);
  if (stopped) return [sayError(message.replace(/^The (code|server)/, `The server’s code${where}`))];
  return [`The server’s code failed${where}: `, sayError(message)];
}

const NEVER = ' was never answered: ';
const isUnanswered =
  (title: string) =>
  ({ message }: ServerError): boolean =>
    message.startsWith(title) && message.includes(NEVER);

function noReply({ method, url, times }: Exchange, { message }: ServerError): Sentence {
  const minutes = Math.round((times.answered - times.arrived) / 60_000);
  const waited = minutes < 2 ? 'too long' : `${minutes} minutes`;
  const why = message.slice(message.indexOf(NEVER) + NEVER.length);
  return join(say`${originOf(url)} got the ${method} and did not answer`, [` for ${waited}: `, sayError(why)]);
}
