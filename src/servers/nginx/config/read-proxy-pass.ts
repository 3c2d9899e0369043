import type { ProxyPass } from './config';
import { ConfigError } from './config-error';
import type { Directive } from './read-directives';
import { constantOf, toValue } from './values';

/** Where names lead: the hosts that there are, and the groups that the configuration names itself. */
export interface Names {
  knowsHost(name: string): boolean;
  upstreams: ReadonlyMap<string, unknown>;
}

/** @param path of the location, where the URL's own path takes its place; undefined where no such path is allowed */
export function readProxyPass(directives: readonly Directive[], path: string | undefined, names: Names) {
  const [directive, again] = directives.filter(({ name }) => name === 'proxy_pass');
  if (!directive) return undefined;
  if (again) throw new ConfigError('"proxy_pass" directive is duplicate', again.endLine);
  return readOne(directive, path, names);
}

function readOne({ args, line, endLine }: Directive, path: string | undefined, names: Names): ProxyPass {
  const url = toValue(args[0]!, endLine);
  const constant = constantOf(url);
  if (constant === undefined) return { url, line };
  const target = splitTarget(constant);
  if (!target) throw new ConfigError('invalid URL prefix', endLine);
  if (target.host === '') throw new ConfigError(`no host in upstream "${target.host}${target.path}"`, endLine);
  if (target.path !== '' && path === undefined) {
    throw new ConfigError(
      '"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, ' +
        'or inside "if" statement, or inside "limit_except" block',
      endLine,
    );
  }
  const name = target.host.replace(/:\d+$/, '');
  if (!names.upstreams.has(target.host) && !names.knowsHost(name)) {
    throw new ConfigError(`host not found in upstream "${name}"`, endLine);
  }
  return { url, target, line, ...(target.path === '' ? {} : { replaces: path! }) };
}

export function splitTarget(url: string): ProxyPass['target'] {
  const match = /^(https?):\/\/([^/?#]*)(.*)$/i.exec(url);
  return match ? { scheme: match[1]!.toLowerCase(), host: match[2]!, path: match[3]! } : undefined;
}
