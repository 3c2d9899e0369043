import type { MapBlock } from './config/config';
import type { Value } from './config/values';
import type { NginxRequest } from './request';

/** The value a `map` has for a text: for the text as it is, then for the first pattern, then its default. */
export function valueFor(map: MapBlock, source: string, request: NginxRequest): Value {
  const text = source.toLowerCase();
  const exact = map.exact.get(text) ?? (map.isHostnames ? ofHostname(map.exact, text) : undefined);
  if (exact) return exact;
  for (const { pattern, value } of map.patterns) {
    const match = pattern.exec(source);
    if (!match) continue;
    request.keep(match);
    return value;
  }
  return map.fallback;
}

/** With `hostnames`: the longest wildcard in front, then the longest one behind. */
function ofHostname(values: ReadonlyMap<string, Value>, host: string): Value | undefined {
  const labels = host.replace(/\.$/, '').split('.');
  const starts = labels.map((_, at) => labels.slice(at).join('.'));
  for (const [at, rest] of starts.entries()) {
    const found = values.get(`.${rest}`) ?? (at > 0 ? values.get(`*.${rest}`) : undefined);
    if (found) return found;
  }
  for (let length = labels.length - 1; length > 0; length -= 1) {
    const found = values.get(`${labels.slice(0, length).join('.')}.*`);
    if (found) return found;
  }
  return undefined;
}
