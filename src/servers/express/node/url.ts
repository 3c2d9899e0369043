/** Of Node's `url`: `parse` for request targets and plain http URLs, as server code takes a query apart with it. */

import { type Parsed, parse as parseQuery } from './querystring';

const URL_PARTS = /^(?:([a-z][a-z0-9+.-]*:)?(\/\/)(?:([^/?#@]*)@)?([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is;

export function parse(text: string, withQuery = false) {
  const [, protocol, slashes, auth, host, rest, search, hash] = URL_PARTS.exec(text) ?? [];
  const pathname = rest || (host ? '/' : '');
  const [, hostname, port] = /^(.*?)(?::(\d+))?$/.exec(host ?? '') ?? [];
  const query: string | Parsed | null = withQuery ? parseQuery(search?.slice(1) ?? '') : (search?.slice(1) ?? null);
  return {
    protocol: protocol?.toLowerCase() ?? null,
    slashes: slashes ? true : null,
    auth: auth ?? null,
    host: host ?? null,
    port: port ?? null,
    hostname: host === undefined ? null : (hostname ?? null),
    hash: hash ?? null,
    search: search ?? null,
    query,
    pathname: pathname || null,
    path: pathname + (search ?? '') || null,
    href: text,
  };
}

export default { parse };
