import type { MapBlock } from './config';
import { ConfigError } from './config-error';
import { toRegExp } from './patterns';
import type { Directive } from './read-directives';
import { toValue, type Value } from './values';

/** `map $source $name { … }` */
export function readMap({ args, block = [], endLine }: Directive): { name: string; map: MapBlock } {
  const [source = '', name = ''] = args;
  if (!/^\$\w+$/.test(name)) throw new ConfigError(`invalid variable name "${name}"`, endLine);
  const exact = new Map<string, Value>();
  const patterns: { pattern: RegExp; value: Value }[] = [];
  let fallback: Value | undefined;
  let isHostnames = false;
  for (const { name: key, args: values, endLine: line } of block) {
    if (values.length === 0) {
      isHostnames ||= key === 'hostnames';
      continue;
    }
    const value = toValue(values[0]!, line);
    if (key === 'default') {
      if (fallback) throw new ConfigError('duplicate default map parameter', line);
      fallback = value;
    } else if (key.startsWith('~')) {
      const ignoreCase = key.startsWith('~*');
      patterns.push({ pattern: toRegExp(key.slice(ignoreCase ? 2 : 1), ignoreCase, line), value });
    } else {
      const plain = (key.startsWith('\\') ? key.slice(1) : key).toLowerCase();
      if (exact.has(plain)) throw new ConfigError(`conflicting parameter "${key}"`, line);
      exact.set(plain, value);
    }
  }
  return {
    name: name.slice(1).toLowerCase(),
    map: { source: toValue(source, endLine), isHostnames, exact, patterns, fallback: fallback ?? [] },
  };
}
