import type { Exchange } from '@/scenario/result';
import { entry, lineOf, stringOfSpan, type Brackets, type PythonCode, type Span } from '../../python/code';

interface Setter {
  value: Span;
  /** Start of the statement's target, as `response`; null in a dictionary. */
  target: string | null;
  dictionary: Brackets | null;
  at: number;
}

/** `response.headers['Name'] = value`, `response.headers.add('Name', value)`, `{'Name': value}`. */
export function settersOf(python: PythonCode, name: string, exchange: Exchange): Setter[] {
  const { code } = python;
  const lower = name.toLowerCase();
  const fold = (text: string) => text.toLowerCase();
  const real = python.tokens.filter(({ kind }) => kind !== 'comment');
  const found = python.brackets.flatMap((pair): Setter[] => {
    const open = real.indexOf(real.find(({ start }) => start === pair.start)!);
    const first = pair.items[0] && stringOfSpan(pair.items[0]);
    const before = real
      .slice(Math.max(0, open - 5), open)
      .map(({ text }) => text)
      .join('');
    const target = /([\w]+)\.headers(\.(add|set|setdefault))?$/.exec(before)?.[1] ?? null;
    if (pair.tokens[0]!.text === '{') {
      const value = entry(pair, name, fold);
      return value ? [{ value, target: null, dictionary: pair, at: value.start }] : [];
    }
    if (target === null || first?.toLowerCase() !== lower) return [];
    if (pair.tokens[0]!.text === '(')
      return pair.items[1] ? [{ value: pair.items[1], target, dictionary: null, at: pair.start }] : [];
    const after = real.slice(open + pair.tokens.length);
    const end = after.findIndex(({ kind }) => kind === 'newline');
    const value = after.slice(1, end === -1 ? undefined : end);
    if (after[0]?.text !== '=' || value.length === 0) return [];
    return [
      {
        value: { tokens: value, start: value[0]!.start, end: value.at(-1)!.end },
        target,
        dictionary: null,
        at: pair.start,
      },
    ];
  });
  const line = exchange.source?.headers?.find((header) => header.name.toLowerCase() === lower)?.line;
  const there = found.filter(
    ({ at, value }) => line !== undefined && lineOf(code, at) <= line && lineOf(code, value.end) >= line,
  );
  return there.length > 0 ? there : found;
}
