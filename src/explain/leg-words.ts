import type { Route, Scenario } from '@/scenario/document';
import type { Exchange, ServerError } from '@/scenario/result';
import { originOf, pathOf } from './address';
import { isForeign } from './extension';
import { headerValue, members, tellingHeaders } from './headers';

/** Before the origin that a request names. */
const FROM = 'from ';

/** Before what an answer says by the hand of an extension. */
const EXTENSION = 'the extension ';

/** What a request carries that matters, in up to three lines. */
export function requestLines(exchange: Exchange): string[] {
  const first = `${exchange.method} ${pathOf(exchange.url)}`;
  if (exchange.kind === 'preflight') {
    const method = headerValue(exchange.requestHeaders, 'access-control-request-method');
    const names = members(headerValue(exchange.requestHeaders, 'access-control-request-headers'));
    return [first, ...(method ? [`asks for ${method}`] : []), ...(names.length ? [`with ${names.join(', ')}`] : [])];
  }
  const names = tellingHeaders(exchange.requestHeaders);
  const origin = headerValue(exchange.requestHeaders, 'origin');
  const from = origin === null ? [] : [`${FROM}${origin}`];
  if (names.length === 0) return [first, ...from];
  if (names.length < 3) return [first, ...from, `carries ${names.join(', ')}`];
  // The names take two lines by themselves.
  return [first, `carries ${names.slice(0, 2).join(', ')},`, names.slice(2).join(', ')];
}

/** Which header each line of the two speaks of. */
export function headersOfLines(exchange: Exchange): Record<string, string> {
  const asks = requestLines(exchange).slice(1);
  const preflight = exchange.kind === 'preflight';
  const telling = tellingHeaders(exchange.requestHeaders);
  return Object.fromEntries([
    ...asks.map((line) => [line, preflight ? askedBy(line) : carriedBy(line, telling)] as const),
    ...saidIn(exchange).map(({ line, header }) => [line, header] as const),
  ]);
}

const askedBy = (line: string) =>
  line.startsWith('with ') ? 'access-control-request-headers' : 'access-control-request-method';

const carriedBy = (line: string, names: readonly string[]) =>
  line.startsWith(FROM) ? 'origin' : names.filter((name) => line.includes(name)).join(' ');

/** What an answer says that matters, in up to three lines. */
export function answerLines(exchange: Exchange): string[] {
  const { status, statusText, rewritten } = exchange;
  const made = rewritten && rewritten.status !== status ? `, made of ${rewritten.status}` : '';
  const first = `${status} ${statusText}`.trim() + made;
  return [first, ...saidIn(exchange).map(({ line }) => line)];
}

/** A line, and the header that it speaks of. */
interface Said {
  line: string;
  header: string;
}

function saidIn(exchange: Exchange): Said[] {
  const location = headerValue(exchange.responseHeaders, 'location');
  if (exchange.status >= 300 && exchange.status < 400 && location !== null)
    return [{ line: `to ${location}`, header: 'location' }];
  return permissions(exchange).slice(0, 2);
}

function permissions(exchange: Exchange): Said[] {
  const value = (name: string) => headerValue(exchange.responseHeaders, name);
  const said = (header: string, words: string): Said => ({
    line: (isForeign(exchange, header) ? EXTENSION : '') + words,
    header,
  });
  const own = headerValue(exchange.requestHeaders, 'origin');
  const origin = value('access-control-allow-origin');
  const allows = said('access-control-allow-origin', originWords(origin, own));
  if (exchange.kind === 'actual') {
    const cookie = value('set-cookie');
    const unasked = own === null || own === originOf(exchange.url);
    const lines = unasked && origin === null ? [] : [allows];
    if (cookie === null) return lines;
    return [...lines, { line: `sets cookie ${cookie.split('=')[0] ?? ''}`, header: 'set-cookie' }];
  }
  const methods = value('access-control-allow-methods');
  const names = value('access-control-allow-headers');
  const asked = headerValue(exchange.requestHeaders, 'access-control-request-method');
  const lines = [
    ...(methods === null ? [] : [said('access-control-allow-methods', methodWords(members(methods), asked))]),
    ...(names === null
      ? []
      : [{ line: `with ${members(names).join(', ').toLowerCase()}`, header: 'access-control-allow-headers' }]),
  ];
  // Another origin decides before all the rest.
  return (origin === '*' || origin === own) && lines.length > 0 ? lines : [allows, ...lines];
}

function originWords(origin: string | null, own: string | null): string {
  if (origin === null) return 'names no origin';
  if (origin === '*') return 'allows any origin';
  return origin === own ? 'allows this origin' : `allows ${origin}`;
}

/** So many methods are listed; of more it is said whether the one is among them that was asked for. */
const LISTED = 4;

function methodWords(methods: readonly string[], asked: string | null): string {
  if (methods.length <= LISTED || asked === null) return `allows ${methods.join(', ')}`;
  return methods.includes(asked)
    ? `allows ${asked} and ${methods.length - 1} more`
    : `allows ${methods.length} methods, not ${asked}`;
}

function routeName({ method, path }: Route): string {
  if (method === '*') return path === '*' ? 'any request' : path;
  return path === '*' ? method : `${method} ${path}`;
}

/** The line of code, or the route, that answered. `failures`: of the run's servers; a line that threw has answered nothing. */
export function workLine(exchange: Exchange, scenario: Scenario, failures: readonly ServerError[] = []): string {
  const server = scenario.servers.find((candidate) => originOf(candidate.origin) === originOf(exchange.url));
  if (!server) return '';
  if (server.kind === 'headers' && exchange.route !== undefined) {
    const route = server.routes[exchange.route];
    return route ? `rows of ${routeName(route)}` : '';
  }
  const line = exchange.source?.line;
  if (line === undefined) return '';
  const threw = failures.some((error) => error.line === line && originOf(error.origin) === originOf(exchange.url));
  if (threw && exchange.status >= 500) return `line ${line} throws`;
  const code = 'code' in server ? (server.code.split('\n')[line - 1] ?? '') : '';
  const call = /\.(send|sendStatus|json|end|jsonp|redirect|sendFile|render)\([^()]{0,18}\)/.exec(code);
  return call ? `line ${line}: ${call[0].slice(1)}` : `line ${line}`;
}
