import { indentAt, lineEnd, lineStart, type Splice } from '../splice';
import { stringValue, tokensOf, type Token } from './tokens';

/** A stretch of tokens, without comments and line breaks at its ends. */
export interface Span {
  tokens: readonly Token[];
  start: number;
  end: number;
}

/** A pair of brackets and what stands in it, divided at its commas. */
export interface Brackets extends Span {
  items: readonly Span[];
}

/** `name(…)`: a call, or a decorator. */
export interface Call {
  name: string;
  start: number;
  line: number;
  brackets: Brackets;
}

export interface Assignment {
  name: string;
  start: number;
  value: Span;
}

export interface PythonCode {
  code: string;
  tokens: readonly Token[];
  calls: readonly Call[];
  assignments: readonly Assignment[];
  /** Every list, tuple, set and call, outer before inner. */
  brackets: readonly Brackets[];
}

export function readPython(code: string): PythonCode {
  const tokens = tokensOf(code);
  const real = tokens.filter(({ kind }) => kind !== 'comment');
  const brackets = real.flatMap((token, at) => (isOpening(token) ? [bracketsAt(real, at)] : []));
  const calls = brackets.flatMap((pair): Call[] => {
    const before = real[real.indexOf(pair.tokens[0]!) - 1];
    if (pair.tokens[0]!.text !== '(' || before?.kind !== 'name') return [];
    return [{ name: before.text, start: before.start, line: lineOf(code, before.start), brackets: pair }];
  });
  return { code, tokens, calls, brackets, assignments: assignmentsOf(real) };
}

export const lineOf = (code: string, at: number): number => code.slice(0, at).split('\n').length;

const isOpening = ({ kind, text }: Token): boolean => kind === 'op' && '([{'.includes(text);
const isClosing = ({ kind, text }: Token): boolean => kind === 'op' && ')]}'.includes(text);

function bracketsAt(tokens: readonly Token[], open: number): Brackets {
  let depth = 0;
  let close = open;
  const commas: number[] = [];
  for (; close < tokens.length; close += 1) {
    const token = tokens[close]!;
    if (isOpening(token)) depth += 1;
    else if (isClosing(token)) depth -= 1;
    else if (depth === 1 && token.text === ',') commas.push(close);
    if (depth === 0) break;
  }
  const ends = [...commas, close];
  const items = ends.flatMap((end, at) => {
    const span = spanOf(tokens.slice(at === 0 ? open + 1 : ends[at - 1]! + 1, end));
    return span ? [span] : [];
  });
  const all = tokens.slice(open, close + 1);
  return { tokens: all, start: all[0]!.start, end: all.at(-1)!.end, items };
}

function spanOf(tokens: readonly Token[]): Span | null {
  const real = tokens.filter(({ kind }) => kind !== 'newline');
  return real.length === 0 ? null : { tokens: real, start: real[0]!.start, end: real.at(-1)!.end };
}

/** `NAME = …` at the start of a line. */
function assignmentsOf(tokens: readonly Token[]): Assignment[] {
  const found: Assignment[] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const [equals, next] = [tokens[at + 1], tokens[at + 2]];
    const isFirst = before === undefined || before.kind === 'newline';
    if (!isFirst || token.kind !== 'name' || equals?.text !== '=' || !next || next.text === '=') return;
    let end = at + 2;
    for (let depth = 0; end < tokens.length; end += 1) {
      if (isOpening(tokens[end]!)) depth += 1;
      if (isClosing(tokens[end]!)) depth -= 1;
      if (depth <= 0 && tokens[end]!.kind === 'newline') break;
    }
    const value = spanOf(tokens.slice(at + 2, end));
    if (value) found.push({ name: token.text, start: token.start, value });
  });
  return found;
}

/** `name=value` in a call. */
export function keyword({ items }: Brackets, name: string): Span | null {
  for (const { tokens } of items) {
    if (tokens[0]?.text === name && tokens[1]?.text === '=') return spanOf(tokens.slice(2));
  }
  return null;
}

/** `'name': value` in a dictionary. */
export function entry({ items }: Brackets, name: string, fold = (text: string) => text): Span | null {
  for (const { tokens } of items) {
    const key = tokens[0] && stringValue(tokens[0]);
    if (key !== null && key !== undefined && fold(key) === fold(name) && tokens[1]?.text === ':') {
      return spanOf(tokens.slice(2));
    }
  }
  return null;
}

/** The text of a span that is one string. */
export function stringOfSpan({ tokens }: Span): string | null {
  return tokens.length === 1 ? stringValue(tokens[0]!) : null;
}

/** The brackets that a span consists of. */
export function bracketsOf({ brackets }: PythonCode, { start, end }: Span): Brackets | null {
  return brackets.find((pair) => pair.start === start && pair.end === end) ?? null;
}

/** What a name stands for, where the file gives it a value. */
export function resolveSpan({ assignments }: PythonCode, span: Span): Span {
  const [only] = span.tokens;
  if (span.tokens.length !== 1 || only?.kind !== 'name') return span;
  return assignments.find(({ name }) => name === only.text)?.value ?? span;
}

/** Adds an item in the style of the list. */
export function addTo(code: string, { start, end, items }: Brackets, text: string): Splice {
  const last = items.at(-1);
  if (!last) return { start: start + 1, end: end - 1, text };
  const rest = code.slice(last.end, end - 1);
  const comma = /^\s*,/.exec(rest);
  const at = last.end + (comma?.[0].length ?? 0);
  if (!code.slice(start, last.start).includes('\n')) {
    return { start: at, end: at, text: `${comma ? '' : ','} ${text}` };
  }
  const behind = /^[ \t]*(#[^\n]*)?(?=\n)/.exec(code.slice(at, end - 1))?.[0] ?? '';
  return {
    start: last.end,
    end: at + behind.length,
    text: `,${behind}\n${indentAt(code, last.start)}${text}${comma ? ',' : ''}`,
  };
}

/** Takes an item out, with its comma and its own line. */
export function takeOut(code: string, { items, end }: Brackets, item: Span): Splice {
  const next = items[items.indexOf(item) + 1];
  const first = lineStart(code, item.start);
  const last = lineEnd(code, item.end);
  if (code.slice(first, item.start).trim() === '' && /^,?\s*(#.*)?$/.test(code.slice(item.end, last).trim())) {
    return { start: first, end: last, text: '' };
  }
  const before = items[items.indexOf(item) - 1];
  if (next) return { start: item.start, end: next.start, text: '' };
  return { start: before?.end ?? item.start, end: before ? item.end : end - 1, text: '' };
}

/** Where imports may be added: behind the last one, else in front of everything but comments. */
export function importPlace({ code, tokens }: PythonCode): number {
  const lines = [...code.matchAll(/^(from\s+\S+\s+import\b|import\s)/gm)];
  const last = lines.at(-1);
  if (!last) return tokens.find(({ kind }) => kind !== 'comment' && kind !== 'newline')?.start ?? code.length;
  const open = /\(\s*$/.test(code.slice(last.index, lineEnd(code, last.index)).trimEnd());
  const end = open ? code.indexOf(')', last.index) : last.index;
  return lineEnd(code, end);
}
