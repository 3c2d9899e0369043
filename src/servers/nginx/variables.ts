import { atob, decodeUtf8 } from '@/realm/web';
import type { HeaderList } from '@/engine';
import { EPOCH } from '@/engine/infrastructure/epoch';
import { evaluate, type Lookup, type Value } from './config/values';
import { valueFor } from './maps';
import { headerOf, type NginxRequest } from './request';

export const VERSION = '1.22.1';
export const SERVER_ADDRESS = '127.0.0.1';
/** The browser, as every server here sees it. */
const CLIENT_ADDRESS = '127.0.0.1';
const CLIENT_PORT = '50000';

/** The variables of a request, as they are at this moment. */
export function variablesOf(request: NginxRequest): Lookup {
  return (name) => variable(request, name);
}

export function textOf(request: NginxRequest, value: Value): string {
  return evaluate(value, variablesOf(request));
}

function variable(request: NginxRequest, name: string): string {
  const own = request.variables.get(name);
  if (own !== undefined) return own;
  const map = request.config.maps.get(name);
  if (map) return textOf(request, valueFor(map, textOf(request, map.source), request));
  if (/^[1-9]$/.test(name)) return request.captures[Number(name)] ?? '';
  return builtIn(request, name) ?? ofFamily(request, name);
}

function builtIn(request: NginxRequest, name: string): string | undefined {
  const url = new URL(request.http.url);
  switch (name) {
    case 'args':
    case 'query_string':
      return request.args;
    case 'is_args':
      return request.args === '' ? '' : '?';
    case 'uri':
    case 'document_uri':
      return request.uri;
    case 'request_uri':
      return request.line.requestUri;
    case 'request_method':
      return request.method;
    case 'request':
      return request.line.text;
    case 'request_body':
      return decodeUtf8(request.http.body ?? new Uint8Array()) ?? '';
    case 'scheme':
      return url.protocol.slice(0, -1);
    case 'https':
      return url.protocol === 'https:' ? 'on' : '';
    case 'host':
      return hostAskedFor(request) || nameOf(request);
    case 'server_name':
      return nameOf(request);
    case 'server_port':
      return portOf(url);
    case 'server_protocol':
      return request.line.protocol;
    case 'server_addr':
      return SERVER_ADDRESS;
    case 'remote_addr':
      return CLIENT_ADDRESS;
    case 'remote_port':
      return CLIENT_PORT;
    case 'remote_user':
      return credentialsOf(request).split(':')[0]!;
    case 'content_type':
      return request.header('content-type');
    case 'content_length':
      return request.header('content-length');
    case 'nginx_version':
      return VERSION;
    case 'hostname':
      return url.hostname;
    case 'status':
      return String(request.errorStatus || 200);
    case 'msec':
      return ((EPOCH + request.now) / 1000).toFixed(3);
    case 'time_iso8601':
      return new Date(EPOCH + request.now).toISOString().replace(/\.\d+Z$/, '+00:00');
    case 'proxy_host':
      return request.upstreamHost;
    case 'proxy_port':
      return /:(\d+)$/.exec(request.upstreamHost)?.[1] ?? '80';
    case 'proxy_add_x_forwarded_for':
      return [request.header('x-forwarded-for'), CLIENT_ADDRESS].filter(Boolean).join(', ');
    case 'upstream_status':
      return request.upstream ? String(request.upstream.answer.status) : '';
    case 'upstream_addr':
      return request.upstream?.address ?? '';
    default:
      return undefined;
  }
}

function ofFamily(request: NginxRequest, name: string): string {
  const [, family = '', rest = ''] =
    /^(http|arg|cookie|sent_http|upstream_http|upstream_cookie)_(\w+)$/.exec(name) ?? [];
  switch (family) {
    case 'http':
      return headerNamed(rest, request.http.headers);
    case 'arg':
      return argument(request.args, rest);
    case 'cookie':
      return cookie(request.header('cookie'), rest);
    case 'sent_http':
      return headerNamed(rest, [
        ...request.ownHeaders,
        ...request.headers.map((each): HeaderList[0] => [each.name, each.value]),
      ]);
    case 'upstream_http':
      return request.upstream ? headerNamed(rest, request.upstream.answer.headers) : '';
    default:
      return '';
  }
}

/** A variable has `_` for `-` and for `_`. */
function headerNamed(variable: string, list: HeaderList): string {
  const hyphens = (name: string) => name.replaceAll('_', '-');
  return headerOf(
    list.map(([name, value]) => [hyphens(name), value]),
    hyphens(variable),
  );
}

/** Names of arguments and cookies are compared without case, as nginx does. */
function argument(args: string, name: string): string {
  const found = args.split('&').find((part) => part.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? '';
}

function cookie(cookies: string, name: string): string {
  const found = cookies.split(/;\s*/).find((part) => part.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? '';
}

/** Without its port, in lower case; '' where no header was read. */
export function hostAskedFor(request: NginxRequest): string {
  return request.header('host').replace(/:\d+$/, '').toLowerCase();
}

/** The server's first name. */
export function nameOf({ server }: NginxRequest): string {
  return server.names[0]?.text ?? '';
}

export function portOf(url: URL): string {
  return url.port || (url.protocol === 'https:' ? '443' : '80');
}

/** What `Authorization: Basic` says, decoded; '' where it says nothing. */
export function credentialsOf(request: NginxRequest): string {
  const given = /^Basic\s+(\S+)$/i.exec(request.header('authorization'))?.[1] ?? '';
  try {
    return atob(given);
  } catch {
    return '';
  }
}
