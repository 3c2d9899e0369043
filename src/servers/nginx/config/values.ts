import { ConfigError } from './config-error';

/** Text with variables in it, as most arguments are. */
export type Value = readonly (string | { variable: string })[];

/** Gives a variable's value; '' where it has none. */
export type Lookup = (variable: string) => string;

/** `$name`, `${name}` and `$1`; a dollar before anything else is an error, as in nginx. */
export function toValue(text: string, line: number): Value {
  const parts: (string | { variable: string })[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$(?:\{(\w*)(\}?)|([1-9])|([A-Za-z_]\w*)|)/g)) {
    const name = match[1] ?? match[3] ?? match[4] ?? '';
    if (match[1] !== undefined && match[2] === '') {
      throw new ConfigError(`the closing bracket in "${name}" variable is missing`, line);
    }
    if (name === '') throw new ConfigError('invalid variable name', line);
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ variable: name.toLowerCase() });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

export function evaluate(value: Value, lookup: Lookup): string {
  return value.map((part) => (typeof part === 'string' ? part : lookup(part.variable))).join('');
}

export function variablesIn(value: Value): string[] {
  return value.flatMap((part) => (typeof part === 'string' ? [] : [part.variable]));
}

/** The text itself; undefined where it has variables. */
export function constantOf(value: Value): string | undefined {
  const parts = value.map((part) => (typeof part === 'string' ? part : undefined));
  return parts.includes(undefined) ? undefined : parts.join('');
}
