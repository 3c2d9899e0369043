import { ConfigError } from './config-error';
import { isKnownVariable } from './known-variables';
import type { Directive } from './read-directives';
import { toValue, variablesIn } from './values';

/** Which arguments are text with variables in it. */
const VALUES: Readonly<Record<string, (args: readonly string[]) => readonly string[]>> = {
  add_header: (args) => args.slice(1, 2),
  auth_basic: (args) => args,
  error_page: (args) => args.slice(-1),
  map: (args) => args.slice(0, 1),
  proxy_pass: (args) => args,
  proxy_redirect: (args) => (args.length === 2 ? args : []),
  proxy_set_header: (args) => args.slice(1),
  return: (args) => args.slice(-1),
  rewrite: (args) => args.slice(1, 2),
  set: (args) => args.slice(1),
  try_files: (args) => args,
};

/** Every variable that is used has to be nginx's own, or defined somewhere: by `set`, `map`, or a named group. */
export function checkVariables(directives: readonly Directive[], maps: ReadonlyMap<string, unknown>): void {
  const all = flattened(directives);
  const defined = new Set(maps.keys());
  for (const { name, args, context } of all) {
    if (name === 'set') defined.add(args[0]!.slice(1).toLowerCase());
    const patterns = name === 'location' || name === 'rewrite' || name === 'if' || name === 'server_name' ? args : [];
    for (const text of context === 'map' ? [name] : patterns) {
      for (const [, group] of text.matchAll(/\(\?P?<([A-Za-z_]\w*)>/g)) defined.add(group!.toLowerCase());
    }
  }
  for (const { name, args, context, endLine } of all) {
    const texts = context === 'map' ? args : name === 'if' ? [ifSubject(args)] : (VALUES[name]?.(args) ?? []);
    const used = texts.flatMap((text) => variablesIn(toValue(text, endLine)));
    const unknown = used.find((variable) => !isKnownVariable(variable) && !defined.has(variable));
    if (unknown !== undefined) throw new ConfigError(`unknown "${unknown}" variable`, endLine);
  }
}

const ifSubject = (args: readonly string[]): string => /\(\s*(\$\w+)/.exec(args.join(' '))?.[1] ?? '';

function flattened(directives: readonly Directive[]): Directive[] {
  return directives.flatMap((directive) => [directive, ...flattened(directive.block ?? [])]);
}
