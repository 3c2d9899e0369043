import type { Scenario } from '@/scenario/document';
import { knownRoutes, type CodeRoute } from '@/servers/routes-in-code';
import { serverAt } from '../blockage';

/** A proxy of a proxy of a proxy. */
const MOST_HOPS = 4;

/** The routes that can be asked for at a server, as seen from outside: a proxy has those of the server behind it. */
export function routesAt(scenario: Scenario, index: number, hops = 0): CodeRoute[] {
  const server = scenario.servers[index];
  if (!server || hops > MOST_HOPS) return [];
  const behind = (at: number | null): CodeRoute[] => (at === null ? [] : routesAt(scenario, at, hops + 1));
  const own = knownRoutes(server);
  if (server.kind === 'proxy') {
    const base = withoutSlash(new URL(server.target).pathname);
    return behind(serverAt(scenario, server.target))
      .filter(({ path }) => path.startsWith(base))
      .map(({ method, path }) => ({ method, path: withoutSlash(server.prefix) + path.slice(base.length) }));
  }
  if (server.kind !== 'nginx') return own;
  // Where a location leads to is a long story; what is proposed is asked for anyway.
  const passed = scenario.servers.flatMap(({ origin }, at) =>
    at !== index && server.config.includes(new URL(origin).host) ? behind(at) : [],
  );
  const below = own.flatMap(({ path }) => passed.map((route) => ({ ...route, path: withoutSlash(path) + route.path })));
  // A location holds what begins with its path.
  return [
    ...own.map(({ method, path }) => ({ method, path: path.endsWith('/') ? `${path}*` : path })),
    ...passed,
    ...below,
  ];
}

const withoutSlash = (path: string): string => path.replace(/\/$/, '');
