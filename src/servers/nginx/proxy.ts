import type { HeaderList } from '@/engine';
import type { WireAnswer, WireRequest } from '@/realm';
import type { Place, ProxyPass } from './config/config';
import { splitTarget } from './config/read-proxy-pass';
import { textOf } from './variables';
import { encodedPath, type NginxRequest } from './request';

/** What nginx asks the upstream for; undefined where the URL, with its variables, is none. */
export function upstreamRequest(
  place: Place,
  request: NginxRequest,
  addressOf: (host: string) => string,
): WireRequest | undefined {
  const pass = place.proxyPass ?? request.place.proxyPass;
  if (!pass) return undefined;
  const target = pass.target ?? splitTarget(textOf(request, pass.url));
  if (!target || target.host === '') return undefined;
  request.upstreamHost = target.host;
  return {
    method: request.method,
    url: `${target.scheme}://${addressOf(target.host)}${pathFor(pass, target.path, request)}`,
    headers: requestHeaders(request),
    body: request.http.body,
  };
}

/** The path as it came, unless the URL has one of its own: that takes the place of the location's. */
function pathFor(pass: ProxyPass, path: string, request: NginxRequest): string {
  const query = request.args === '' ? '' : `?${request.args}`;
  if (!pass.target && path !== '') return path.startsWith('/') ? path : `/${path}`;
  if (path === '') return request.isUntouched ? request.line.requestUri : encodedPath(request.uri) + query;
  if (!request.isOfLocation) return encodedPath(request.uri) + query;
  return path + encodedPath(request.uri.slice(pass.replaces?.length ?? 0)) + query;
}

/** Speak of one connection; nginx says something of its own, or nothing. */
const OF_THE_CONNECTION = ['host', 'connection', 'keep-alive', 'te', 'expect', 'upgrade', 'transfer-encoding'];

function requestHeaders(request: NginxRequest): HeaderList {
  const { settings } = request.place;
  const own = settings.proxySetHeaders.map(({ name, value }): HeaderList[0] => [name, textOf(request, value)]);
  const isOwn = (name: string) => own.some(([each]) => each.toLowerCase() === name);
  const length = request.http.body ? String(request.http.body.length) : request.header('content-length');
  const usual: HeaderList = [
    ['Host', request.upstreamHost],
    ['Connection', 'close'],
    ['Content-Length', length],
  ];
  const written = [...own, ...usual.filter(([name]) => !isOwn(name.toLowerCase()))];
  const passedOn = request.http.headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return lower !== 'content-length' && !OF_THE_CONNECTION.includes(lower) && !isOwn(lower);
  });
  return [...written.filter(([, value]) => value !== ''), ...passedOn];
}

/** Headers of the upstream that nginx keeps to itself, unless it is told to pass them on. */
const KEPT = ['date', 'server', 'x-pad', 'x-accel-expires', 'x-accel-redirect', 'x-accel-limit-rate'];
const NEVER = ['connection', 'keep-alive', 'transfer-encoding', 'x-accel-buffering', 'x-accel-charset'];

/**
 * The upstream's headers as they go on to the client. `location` is where it redirects to, if that became an address of this
 * server.
 */
export function passedHeaders(
  answer: WireAnswer & { ok: true },
  place: Place,
  request: NginxRequest,
): { headers: HeaderList; location?: string } {
  const { proxyHide, proxyPassHeaders } = request.place.settings;
  const hidden = new Set([...KEPT.filter((name) => !proxyPassHeaders.includes(name)), ...proxyHide, ...NEVER]);
  const headers: HeaderList = [];
  let location: string | undefined;
  for (const [name, value] of answer.headers) {
    const lower = name.toLowerCase();
    if (hidden.has(lower)) continue;
    const address = lower === 'location' ? redirected(value, place, request) : undefined;
    if (address?.startsWith('/')) location = address;
    else headers.push([name, address ?? value]);
  }
  return { headers, ...(location === undefined ? {} : { location }) };
}

/** `proxy_redirect`: addresses of the upstream become addresses of this server. undefined where none of its rules fits. */
function redirected(location: string, place: Place, request: NginxRequest): string | undefined {
  const rules = request.place.settings.proxyRedirect;
  if (rules === undefined) return byDefault(location, place);
  for (const { from, to } of rules) {
    const prefix = textOf(request, from);
    if (location.startsWith(prefix)) return textOf(request, to) + location.slice(prefix.length);
  }
  return undefined;
}

function byDefault(location: string, { proxyPass }: Place): string | undefined {
  const target = proxyPass?.target;
  if (!target) return undefined;
  const isReplacing = target.path !== '';
  const prefix = `${target.scheme}://${target.host}${isReplacing ? target.path : '/'}`;
  if (!location.startsWith(prefix)) return undefined;
  return (isReplacing ? proxyPass.replaces! : '/') + location.slice(prefix.length);
}
