import type { RequestResult } from '@/scenario/result';
import type { CodeRoute } from '@/servers/routes-in-code';
import { quoted } from '@/realm/syntax/tree';
import { callOf } from '../page/call';
import { withPath } from '../page/path-literal';
import type { Slip } from '../fix';
import type { Splice } from '../splice';
import { isAt, nearPaths } from './near-paths';

/** Another request that the code may have meant, and how it would be written. */
export interface Question {
  path: string;
  method: string;
  splice: Splice;
  title: string;
  slip: Slip;
}

/** So many are asked for. */
const MOST_ASKED = 24;

/** What the code could ask for by changing a literal, the likeliest first. */
export function otherQuestions(
  code: string,
  request: RequestResult,
  routes: readonly CodeRoute[],
  allowed: readonly string[],
): Question[] {
  return [...otherMethods(code, request, routes, allowed), ...otherPaths(code, request, routes)].slice(0, MOST_ASKED);
}

/** It is in nobody's interest to have a learner delete something. */
const NEVER_MEANT: ReadonlySet<string> = new Set(['DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT']);

function otherMethods(
  code: string,
  request: RequestResult,
  routes: readonly CodeRoute[],
  allowed: readonly string[],
): Question[] {
  const literal = callOf(code, request)?.method;
  if (!literal) return [];
  const path = new URL(request.url).pathname;
  const known = routes.filter((route) => isAt(path, route.path)).map(({ method }) => method);
  return [...new Set([...allowed, ...known])]
    .filter((method) => method !== request.method && !NEVER_MEANT.has(method))
    .map((method) => ({
      path,
      method,
      splice: { start: literal.node.start, end: literal.node.end, text: quoted(method, code) },
      title: `Ask with ${method}`,
      slip: { of: 'method', meant: method },
    }));
}

function otherPaths(code: string, request: RequestResult, routes: readonly CodeRoute[]): Question[] {
  const { pathname, origin } = new URL(request.url);
  const near = nearPaths(
    pathname,
    routes.map(({ path }) => path),
  );
  return near.flatMap(({ path }): Question[] => {
    const splice = withPath(code, request, path);
    return splice
      ? [{ path, method: request.method, splice, title: `Ask ${origin}${path}`, slip: { of: 'path', meant: path } }]
      : [];
  });
}
