import type { Route, Scenario } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
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
  const says = answerLines(exchange).slice(1);
  const preflight = exchange.kind === 'preflight';
  const telling = tellingHeaders(exchange.requestHeaders);
  const entries = [
    ...asks.map((line) => [line, preflight ? askedBy(line) : carriedBy(line, telling)] as const),
    ...says.map((line) => [line, saidBy(line.replace(EXTENSION, ''), preflight)] as const),
  ];
  return Object.fromEntries(entries);
}

const askedBy = (line: string) =>
  line.startsWith('with ') ? 'access-control-request-headers' : 'access-control-request-method';

const carriedBy = (line: string, names: readonly string[]) =>
  line.startsWith(FROM) ? 'origin' : names.filter((name) => line.includes(name)).join(' ');

function saidBy(line: string, preflight: boolean): string {
  if (line.startsWith('to ')) return 'location';
  if (line.startsWith('sets cookie ')) return 'set-cookie';
  if (line.startsWith('with ')) return 'access-control-allow-headers';
  const origin = /^(names no origin|allows any origin|allows this origin|allows [a-z]+:\/\/.*)$/.test(line);
  return origin || !preflight ? 'access-control-allow-origin' : 'access-control-allow-methods';
}

/** What an answer says that matters, in up to three lines. */
export function answerLines(exchange: Exchange): string[] {
  const { status, statusText, rewritten } = exchange;
  const made = rewritten && rewritten.status !== status ? `, made of ${rewritten.status}` : '';
  const first = `${status} ${statusText}`.trim() + made;
  const location = headerValue(exchange.responseHeaders, 'location');
  if (exchange.status >= 300 && exchange.status < 400 && location !== null) return [first, `to ${location}`];
  return [first, ...permissions(exchange)].slice(0, 3);
}

function permissions(exchange: Exchange): string[] {
  const value = (name: string) => headerValue(exchange.responseHeaders, name);
  const own = headerValue(exchange.requestHeaders, 'origin');
  const origin = value('access-control-allow-origin');
  const answered =
    origin === null
      ? 'names no origin'
      : origin === '*'
        ? 'allows any origin'
        : origin === own
          ? 'allows this origin'
          : `allows ${origin}`;
  const by = (name: string) => (isForeign(exchange, name) ? EXTENSION : '');
  const allows = by('access-control-allow-origin') + answered;
  if (exchange.kind === 'actual') {
    const cookie = value('set-cookie');
    const unasked = own === null || own === originOf(exchange.url);
    const lines = unasked && origin === null ? [] : [allows];
    return cookie === null ? lines : [...lines, `sets cookie ${cookie.split('=')[0] ?? ''}`];
  }
  const methods = value('access-control-allow-methods');
  const names = value('access-control-allow-headers');
  const lines = [
    ...(methods === null ? [] : [`${by('access-control-allow-methods')}allows ${methods}`]),
    ...(names === null ? [] : [`with ${members(names).join(', ').toLowerCase()}`]),
  ];
  return origin === null || lines.length === 0 ? [allows, ...lines] : lines;
}

function routeName({ method, path }: Route): string {
  if (method === '*') return path === '*' ? 'any request' : path;
  return path === '*' ? method : `${method} ${path}`;
}

/** The line of code, or the route, that answered. */
export function workLine(exchange: Exchange, scenario: Scenario): string {
  const server = scenario.servers.find((candidate) => originOf(candidate.origin) === originOf(exchange.url));
  if (!server) return '';
  if (server.kind === 'headers' && exchange.route !== undefined) {
    const route = server.routes[exchange.route];
    return route ? `rows of ${routeName(route)}` : '';
  }
  const line = exchange.source?.line;
  if (line === undefined) return '';
  const code = 'code' in server ? (server.code.split('\n')[line - 1] ?? '') : '';
  const call = /\.(send|sendStatus|json|end|jsonp|redirect|sendFile|render)\([^()]{0,18}\)/.exec(code);
  return call ? `line ${line}: ${call[0].slice(1)}` : `line ${line}`;
}
