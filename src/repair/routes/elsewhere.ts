import type { Scenario } from '@/scenario/document';
import type { RequestResult } from '@/scenario/result';
import { withScheme } from '../page/addresses';
import { callOf } from '../page/call';
import { withOrigin, withPath } from '../page/path-literal';
import { quoted } from '@/realm/syntax/tree';
import { routesAt } from './known-routes';
import { nearPaths } from './near-paths';
import type { Question } from './questions';

/** Of each server: the path as it is, and so many that are near it. */
const MOST_NEAR = 3;

/** `api.example.com/users`: a host and no path. */
const HOST = /^[\w-]+(\.[\w-]+)+\//;

/** The code names no origin and so asks its own page's, where it may mean another: what it could ask for at the servers there are. */
export function questionsElsewhere(code: string, scenario: Scenario, request: RequestResult): Question[] {
  if (!URL.canParse(request.url)) return [];
  const written = callOf(code, request)?.url;
  const { method } = request;
  if (written && HOST.test(written.text)) {
    return withScheme(written.text, scenario).map(({ url, title }) => ({
      method,
      url,
      splices: [{ start: written.node.start, end: written.node.end, text: quoted(url, code) }],
      title,
      slip: { of: 'address', meant: url },
    }));
  }
  const { pathname, search, origin: own } = new URL(request.url);
  return scenario.servers.flatMap(({ origin }, index): Question[] => {
    const at = origin === own ? null : withOrigin(code, request, origin);
    if (!at) return [];
    const routes = routesAt(scenario, index).map(({ path }) => path);
    const near = nearPaths(pathname, routes).slice(0, MOST_NEAR);
    return [pathname, ...near.map(({ path }) => path)].flatMap((path): Question[] => {
      const other = path === pathname ? [] : [withPath(code, request, path)];
      const splices = [at, ...other].filter((splice) => splice !== null);
      if (splices.length <= other.length) return [];
      const meant = origin + path;
      return [{ method, url: meant + search, splices, title: `Ask ${meant}`, slip: { of: 'address', meant } }];
    });
  });
}
