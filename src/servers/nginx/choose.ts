import type { LocationBlock, NginxConfig, ServerBlock } from './config/config';
import type { NginxRequest } from './request';
import { portOf } from './variables';

/**
 * The server block for a request: of those that listen on its port (of all of them, where none does: the port may be mapped),
 * the one with its name, else the default. `host` is undefined where none was read; `match`: what a name that is a pattern found.
 */
export function chooseServer(
  { servers }: NginxConfig,
  url: URL,
  host: string | undefined,
): { server: ServerBlock; match?: RegExpExecArray } | undefined {
  const port = Number(portOf(url));
  const onPort = servers.filter(({ listens }) => listens.some((listen) => listen.port === port));
  const candidates = onPort.length > 0 ? onPort : servers;
  const named = host !== undefined && byName(candidates, host.replace(/:\d+$/, '').toLowerCase());
  if (named) return named;
  const isDefault = ({ listens }: ServerBlock) => listens.some((listen) => listen.isDefault);
  const server = candidates.find(isDefault) ?? candidates[0];
  return server && { server };
}

/** The exact name first, then the longest wildcard in front, the longest behind, and the first pattern. */
function byName(servers: readonly ServerBlock[], host: string): ReturnType<typeof chooseServer> {
  const all = servers.flatMap((server) => server.names.map((name) => ({ server, ...name })));
  const longest = (fits: (name: string) => boolean) =>
    all.filter(({ text }) => fits(text)).sort((one, other) => other.text.length - one.text.length)[0];
  const found =
    all.find(({ text }) => text === host || text === `.${host}`) ??
    longest((text) => /^\*?\./.test(text) && host.endsWith(text.replace(/^\*/, ''))) ??
    longest((text) => text.endsWith('.*') && host.startsWith(text.slice(0, -1)));
  if (found) return { server: found.server };
  for (const { server, pattern } of all) {
    const match = pattern?.exec(host);
    if (match) return { server, match };
  }
  return undefined;
}

export type Chosen = { location: LocationBlock; isFinal: boolean } | { slashed: LocationBlock } | undefined;

/**
 * The location for a path: the longest prefix, then, unless that one says otherwise, the first regular expression that
 * matches; inside of each the same again. A path that lacks only the slash of a proxied location is sent there.
 */
export function chooseLocation(locations: readonly LocationBlock[], request: NginxRequest): Chosen {
  const { uri } = request;
  const exact = locations.find(({ kind, name }) => kind === 'exact' && name === uri);
  if (exact) return { location: exact, isFinal: true };
  const prefixes = locations.filter(({ kind }) => kind === 'prefix' || kind === 'preferred');
  if (prefixes.every(({ name }) => name !== uri)) {
    const slashed = prefixes.find(({ name, place }) => name === `${uri}/` && place.proxyPass !== undefined);
    if (slashed) return { slashed };
  }
  const [longest] = prefixes
    .filter(({ name }) => uri.startsWith(name))
    .sort((one, other) => other.name.length - one.name.length);
  const inside = longest && chooseLocation(longest.locations, request);
  if (inside && ('slashed' in inside || inside.isFinal)) return inside;
  if (longest?.kind !== 'preferred') {
    for (const location of locations) {
      const match = location.pattern?.exec(uri);
      if (!match) continue;
      request.keep(match);
      const deeper = chooseLocation(location.locations, request);
      if (deeper && 'slashed' in deeper) return deeper;
      return { location: deeper?.location ?? location, isFinal: true };
    }
  }
  return inside ?? (longest && { location: longest, isFinal: false });
}
