import type { HttpRequest } from '@/engine';
import type { Route } from '@/scenario/document';

/** Index of the first route that matches, or -1. Methods match case-sensitively; the query does not count. */
export function matchRoute(routes: readonly Route[], request: Omit<HttpRequest, 'body'>): number {
  const { method, url } = request;
  const path = new URL(url).pathname;
  const isPreflight = looksLikePreflight(request);
  return routes.findIndex(
    (route) =>
      (route.method === '*' || route.method === method) &&
      (route.preflight ?? isPreflight) === isPreflight &&
      matchesPath(route.path, path),
  );
}

/**
 * A server knows a preflight by its looks, whoever sent it: a proxy passes them on, and curl can write one.
 * https://fetch.spec.whatwg.org/#cors-preflight-request
 */
function looksLikePreflight({ kind, method, headers }: Omit<HttpRequest, 'body'>): boolean {
  if (kind === 'preflight') return true;
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return method === 'OPTIONS' && names.has('origin') && names.has('access-control-request-method');
}

/** An exact path, or a prefix that ends in `*`. */
function matchesPath(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
