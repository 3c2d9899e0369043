/** Node's `querystring`. */

export type Parsed = Record<string, string | string[]>;

/** A URL without a query has none to give: that is an empty one. */
export function parse(text?: string | null): Parsed {
  const parsed = Object.create(null) as Parsed;
  if (!text) return parsed;
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = unescape(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : unescape(pair.slice(at + 1));
    const known = parsed[name];
    parsed[name] = known === undefined ? value : [known, value].flat();
  }
  return parsed;
}

export function stringify(values: Record<string, unknown>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => [name, one] as const),
    )
    .map(([name, value]) => `${escape(name)}=${escape(`${(value ?? '') as string}`)}`)
    .join('&');
}

export function escape(text: string): string {
  return encodeURIComponent(text);
}

export function unescape(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

export default { parse, stringify, escape, unescape, encode: stringify, decode: parse };
