import { checkVariables } from './check-variables';
import type { MapBlock, NginxConfig, ServerBlock, ServerName, Upstream } from './config';
import { ConfigError } from './config-error';
import { toRegExp } from './patterns';
import { readDirectives, type Directive } from './read-directives';
import { readLocations, readPlace } from './read-locations';
import { readMap } from './read-map';
import type { Names } from './read-proxy-pass';
import { readSettings } from './read-settings';
import { INITIAL, type Settings } from './settings';

/**
 * Reads a configuration in nginx's syntax.
 *
 * @param knowsHost whether a name leads somewhere: nginx does not start with one that does not
 * @throws ConfigError with the first thing that is wrong, in nginx's words
 */
export function readConfig(text: string, knowsHost: (name: string) => boolean): NginxConfig {
  const { context, directives } = readDirectives(text);
  const http = context === 'main' ? directives.flatMap((each) => (each.name === 'http' ? (each.block ?? []) : [])) : [];
  const inHttp = context === 'main' ? http : context === 'http' ? directives : [];
  const servers = context === 'server' ? [directives] : blocksOf('server', inHttp).map(({ block }) => block ?? []);

  const upstreams = new Map(blocksOf('upstream', inHttp).map((block) => readUpstream(block, knowsHost)));
  const maps = new Map<string, MapBlock>();
  for (const directive of blocksOf('map', inHttp)) {
    const { name, map } = readMap(directive);
    maps.set(name, map);
  }
  checkVariables(directives, maps);
  const settings = readSettings(inHttp, INITIAL);
  const names: Names = { knowsHost, upstreams };
  return { directives, maps, upstreams, servers: servers.map((block) => readServer(block, settings, names)) };
}

const blocksOf = (name: string, directives: readonly Directive[]): Directive[] =>
  directives.filter((directive) => directive.name === name);

function readServer(directives: readonly Directive[], outer: Settings, names: Names): ServerBlock {
  const settings = readSettings(directives, outer);
  const listens = blocksOf('listen', directives).map(readListen);
  return {
    listens: listens.length > 0 ? listens : [{ port: 80, isDefault: false }],
    names: blocksOf('server_name', directives).flatMap(({ args, endLine }) =>
      args.map((text) => readName(text, endLine)),
    ),
    place: readPlace(directives, settings, undefined, names),
    locations: readLocations(directives, settings, names),
  };
}

function readName(text: string, line: number): ServerName {
  const name = text.toLowerCase();
  return text.startsWith('~') ? { text: name, pattern: toRegExp(text.slice(1), true, line) } : { text: name };
}

function readListen({ args: [address = '', ...parameters], endLine }: Directive): ServerBlock['listens'][number] {
  const port = /^(?:(?:.*:)?(\d+)|[^:]*|\[.*\])$/.exec(address);
  if (!port || address.startsWith('unix:')) {
    const what = address.includes(':') ? 'port' : 'host';
    throw new ConfigError(`invalid ${what} in "${address}" of the "listen" directive`, endLine);
  }
  const known =
    /^(?:default_server|default|ssl|http2|reuseport|deferred|proxy_protocol|(?:backlog|ipv6only|so_keepalive)=\S+)$/;
  const wrong = parameters.find((parameter) => !known.test(parameter));
  if (wrong !== undefined) throw new ConfigError(`invalid parameter "${wrong}"`, endLine);
  return { port: Number(port[1] ?? 80), isDefault: parameters.some((each) => each.startsWith('default')) };
}

function readUpstream({ args, block = [], endLine }: Directive, knowsHost: Names['knowsHost']): [string, Upstream] {
  const servers = blocksOf('server', block).map(({ args: [address = ''], endLine: line }) => {
    if (!knowsHost(address.replace(/:\d+$/, '')))
      throw new ConfigError(`host not found in upstream "${address}"`, line);
    return address;
  });
  if (servers.length === 0) throw new ConfigError('no servers are inside upstream', endLine);
  return [args[0]!, { servers }];
}
