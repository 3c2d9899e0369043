import { sentByCode } from '@/explain/sent-by-code';
import type { Route, Scenario, Server } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { locationsIn, routesInCode } from '@/servers/routes-in-code';

/** A request that makes sense to a server: what the page sends, what its routes answer. */
export interface Target {
  method: string;
  /** Complete, with the server's origin. */
  url: string;
  /** What the page's code sets itself. */
  headers: [name: string, value: string][];
  body: string | null;
  /** The page's own request. */
  isPages: boolean;
}

/** So many requests of one server are looked at. */
const MOST_TARGETS = 10;

/** What to ask a server for: first what the page asks, then what else its routes offer. */
export function targetsOf(server: Server, scenario: Scenario, result: SimulationResult): Target[] {
  const own = pagesTargets(server, result);
  const offered = offeredRoutes(server).map(({ method, path }): Target => {
    const url = server.origin + filled(path, own);
    const hasBody = !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method);
    return {
      method,
      url,
      headers: hasBody ? [['Content-Type', 'application/json']] : [],
      body: hasBody ? '{}' : null,
      isPages: false,
    };
  });
  const known = new Map<string, Target>();
  for (const target of [...own, ...offered]) {
    const key = `${target.method} ${target.url}`;
    if (!known.has(key)) known.set(key, target);
  }
  if (known.size === 0) known.set('GET /', fallback(server, scenario));
  return [...known.values()].slice(0, MOST_TARGETS);
}

export const isSafe = ({ method }: Target): boolean => method === 'GET' || method === 'HEAD';

/** `GET /users` */
export function nameOf({ method, url }: Pick<Target, 'method' | 'url'>): string {
  const { pathname, search } = new URL(url);
  return `${method} ${pathname}${search}`;
}

function pagesTargets(server: Server, result: SimulationResult): Target[] {
  return result.requests.flatMap((request): Target[] => {
    if (request.visit !== undefined || !URL.canParse(request.url) || new URL(request.url).origin !== server.origin) {
      return [];
    }
    const sent = request.exchanges.map((id) => result.exchanges[id]).filter((exchange) => exchange !== undefined);
    const actual = sent.find(({ kind, url }) => kind === 'actual' && url === request.url);
    const preflight = sent.find(({ kind }) => kind === 'preflight');
    const carried = actual ?? preflight;
    const { headers, body } = carried ? sentByCode(carried) : { headers: [], body: null };
    return [{ method: request.method, url: request.url, headers, body, isPages: true }];
  });
}

function offeredRoutes(server: Server): { method: string; path: string }[] {
  switch (server.kind) {
    case 'headers':
      return server.routes.flatMap(inTable);
    case 'express':
    case 'flask':
    case 'django':
      return routesInCode(server.kind, server.code);
    case 'nginx':
      return locationsIn(server.config);
    case 'proxy':
      // It has no routes of its own: the page's requests show what it passes on.
      return [];
  }
}

function inTable({ method, path, preflight }: Route): { method: string; path: string }[] {
  if (method === 'OPTIONS' || preflight === true) return [];
  return [{ method: method === '*' ? 'GET' : method, path: path === '*' ? '/' : path.replace(/\*$/, '1') }];
}

/** `/users/:id` with the value that the page uses, or 1. */
function filled(path: string, own: readonly Target[]): string {
  const pattern = new RegExp(`^${path.split('/').map(toPattern).join('/')}$`);
  const used = own.map(({ url }) => new URL(url).pathname).find((pathname) => pattern.test(pathname));
  return used ?? path.replace(PARAMETER, '1');
}

/** Express writes `:id`, Flask `<int:id>`. */
const PARAMETER = /:[A-Za-z_]\w*|<[^>/]+>|\*\w*/g;

function toPattern(segment: string): string {
  return segment.match(PARAMETER) ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function fallback({ origin }: Server, { page }: Scenario): Target {
  const isOwn = URL.canParse(page) && new URL(page).origin === origin;
  return { method: 'GET', url: isOwn ? page : `${origin}/`, headers: [], body: null, isPages: false };
}
