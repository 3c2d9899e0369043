/** What completion offers for headers: names a server answers with, names a page asks for, and the values known for them. */

export const responseHeaderNames: readonly string[] = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
  'Access-Control-Allow-Private-Network',
  'Vary',
  'Content-Type',
  'Cache-Control',
  'Cross-Origin-Resource-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Embedder-Policy',
  'ETag',
  'Expires',
  'Last-Modified',
  'Location',
  'Set-Cookie',
  'Timing-Allow-Origin',
  'X-Content-Type-Options',
  'X-Request-Id',
];

export const requestHeaderNames: readonly string[] = [
  'Accept',
  'Accept-Language',
  'Authorization',
  'Cache-Control',
  'Content-Language',
  'Content-Type',
  'If-None-Match',
  'Range',
  'X-CSRF-Token',
  'X-Request-Id',
  'X-Requested-With',
];

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const contentTypes = ['application/json', 'text/plain', 'text/html', 'application/x-www-form-urlencoded'];

/** Where the header stands: the origins that its values may name. */
export interface Place {
  pageOrigin: string;
}

/** Values worth offering for a header, the likeliest first. Empty where nothing is known. */
export function valuesFor(header: string, { pageOrigin }: Place): readonly string[] {
  switch (header.toLowerCase()) {
    case 'access-control-allow-origin':
    case 'timing-allow-origin':
      return [pageOrigin, '*', 'null'];
    case 'access-control-allow-methods':
      return [...methods, '*'];
    case 'access-control-allow-headers':
      return ['Content-Type', 'Authorization', 'X-Requested-With', 'X-Request-Id', '*'];
    case 'access-control-expose-headers':
      return ['X-Request-Id', 'ETag', 'Location', 'Content-Range', '*'];
    case 'access-control-allow-credentials':
    case 'access-control-allow-private-network':
      return ['true'];
    case 'access-control-max-age':
      return ['600', '7200', '86400', '0'];
    case 'vary':
      return ['Origin', 'Access-Control-Request-Headers', 'Accept-Encoding'];
    case 'content-type':
      return contentTypes;
    case 'cache-control':
      return ['no-store', 'no-cache', 'max-age=600', 'private', 'public, max-age=600'];
    case 'cross-origin-resource-policy':
      return ['same-origin', 'same-site', 'cross-origin'];
    case 'cross-origin-opener-policy':
      return ['same-origin', 'same-origin-allow-popups', 'unsafe-none'];
    case 'cross-origin-embedder-policy':
      return ['require-corp', 'credentialless', 'unsafe-none'];
    case 'set-cookie':
      return ['session=42; Secure; HttpOnly; SameSite=None', 'session=42; SameSite=Lax'];
    case 'x-content-type-options':
      return ['nosniff'];
    default:
      return [];
  }
}

const lists = new Set([
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
  'vary',
]);

/** A completion: what the list shows, and the whole text of the field once it is taken. */
export interface Suggestion {
  label: string;
  text: string;
}

export function suggestNames(typed: string, names: readonly string[] = responseHeaderNames): Suggestion[] {
  const wanted = typed.toLowerCase();
  const starts = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const contains = names.filter((name) => !starts.includes(name) && name.toLowerCase().includes(wanted));
  return [...starts, ...contains].filter((name) => name !== typed).map((name) => ({ label: name, text: name }));
}

/** In a header that is a list, the member being typed is completed and members already there are not offered again. */
export function suggestValues(header: string, typed: string, place: Place): Suggestion[] {
  const known = valuesFor(header, place);
  if (!lists.has(header.toLowerCase())) {
    return known
      .filter((value) => value !== typed && value.toLowerCase().startsWith(typed.toLowerCase()))
      .map((value) => ({ label: value, text: value }));
  }
  const comma = typed.lastIndexOf(',');
  const before = typed.slice(0, comma + 1);
  const member = typed
    .slice(comma + 1)
    .trim()
    .toLowerCase();
  const there = new Set(before.split(',').map((name) => name.trim().toLowerCase()));
  return known
    .filter((value) => !there.has(value.toLowerCase()))
    .filter((value) => value.toLowerCase().startsWith(member) && value.toLowerCase() !== member)
    .map((value) => ({ label: value, text: before === '' ? value : `${before} ${value}` }));
}
