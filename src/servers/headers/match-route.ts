import type { HttpRequest } from '@/engine';
import type { Route } from '@/scenario/document';

/** Index of the first route that matches, or -1. Methods match case-sensitively; the query does not count. */
export function matchRoute(routes: readonly Route[], { kind, method, url }: HttpRequest): number {
  const path = new URL(url).pathname;
  return routes.findIndex(
    (route) =>
      (route.method === '*' || route.method === method) &&
      (route.preflight ?? kind === 'preflight') === (kind === 'preflight') &&
      matchesPath(route.path, path),
  );
}

/** An exact path, or a prefix that ends in `*`. */
function matchesPath(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
