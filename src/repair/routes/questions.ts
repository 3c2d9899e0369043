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
  method: string;
  /** Complete, without a fragment. */
  url: string;
  splices: readonly Splice[];
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
  const { pathname: path, origin, search } = new URL(request.url);
  const known = routes.filter((route) => isAt(path, route.path)).map(({ method }) => method);
  return [...new Set([...allowed, ...known])]
    .filter((method) => method !== request.method && !NEVER_MEANT.has(method))
    .map((method) => ({
      method,
      url: origin + path + search,
      splices: [{ start: literal.node.start, end: literal.node.end, text: quoted(method, code) }],
      title: `Ask with ${method}`,
      slip: { of: 'method', meant: method },
    }));
}

function otherPaths(code: string, request: RequestResult, routes: readonly CodeRoute[]): Question[] {
  const { pathname, origin, search } = new URL(request.url);
  const near = nearPaths(
    pathname,
    routes.map(({ path }) => path),
  );
  return near.flatMap(({ path }): Question[] => {
    const splice = withPath(code, request, path);
    if (!splice) return [];
    const title = `Ask ${origin}${path}`;
    const url = origin + path + search;
    return [{ method: request.method, url, splices: [splice], title, slip: { of: 'path', meant: path } }];
  });
}
