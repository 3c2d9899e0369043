import { hostOf } from '@/explain';
import { align } from '@/explain/align';
import type { Scenario } from '@/scenario/document';
import { hasLines, textOf } from './document-text';
import type { Diff, DiffLine } from './fix';

/** What differs between two scenarios, editor by editor. */
export function diffsOf(before: Scenario, after: Scenario): Diff[] {
  const several = before.servers.length > 1;
  const servers = before.servers.flatMap((server, index): Diff[] => {
    const changed = after.servers[index];
    if (!changed || changed === server) return [];
    const name = several ? hostOf(server.origin) : 'server';
    const parts = [
      ...(changed.origin === server.origin ? [] : [linesOf(server.origin, changed.origin)]),
      ...(JSON.stringify(changed.env) === JSON.stringify(server.env)
        ? []
        : [linesOf(envText(server.env), envText(changed.env))]),
    ];
    const code = linesOf(textOf(server), textOf(changed));
    const lines = [...parts.flatMap((part) => part.lines), ...code.lines];
    return lines.length === 0
      ? []
      : [{ server: index, name, line: hasLines(server) && code.lines.length > 0 ? code.line : null, lines }];
  });
  if (before.frontend === after.frontend) return servers;
  return [...servers, { server: null, name: 'page', ...linesOf(before.frontend, after.frontend) }];
}

const envText = (env: Record<string, string> = {}): string =>
  Object.entries(env)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

/** The lines that differ; a line that is only added is shown after the one before it. */
export function linesOf(before: string, after: string): { line: number; lines: DiffLine[] } {
  const [a, b] = [before === '' ? [] : before.split('\n'), after.split('\n')];
  const ops = operations(a, b);
  const lines: DiffLine[] = [];
  let first: number | null = null;
  let at = 0;
  for (let index = 0; index < ops.length;) {
    if (ops[index]!.sign === ' ') {
      at += 1;
      index += 1;
      continue;
    }
    let end = index;
    while (end < ops.length && ops[end]!.sign !== ' ') end += 1;
    const block = withoutBlankEnds(ops.slice(index, end));
    const removed = block.filter(({ sign }) => sign === '-').map(({ text }) => text);
    const added = block.filter(({ sign }) => sign === '+').map(({ text }) => text);
    first ??= at + 1;
    const context = removed.length === 0 ? ops.slice(0, index).findLast(({ text }) => text.trim() !== '') : undefined;
    if (context && context === ops[index - 1])
      lines.push({ sign: ' ', pieces: [{ text: context.text, changed: false }] });
    lines.push(...paired(removed, added));
    at += removed.length;
    index = end;
  }
  return { line: first ?? 1, lines: withoutCommonIndent(lines) };
}

/** Empty lines around what is put in say nothing. */
function withoutBlankEnds(block: readonly Operation[]): Operation[] {
  const isSaid = ({ sign, text }: Operation) => sign === '-' || text.trim() !== '';
  return block.slice(block.findIndex(isSaid), block.findLastIndex(isSaid) + 1);
}

interface Operation {
  sign: DiffLine['sign'];
  text: string;
}

const operations = (a: readonly string[], b: readonly string[]): Operation[] =>
  align(a, b, (line) => line).map(({ left, right }) =>
    left === null ? { sign: '+', text: right! } : { sign: right === null ? '-' : ' ', text: left },
  );

/** A removed line and the one in its place mark what differs between them. */
function paired(removed: readonly string[], added: readonly string[]): DiffLine[] {
  const pairs = removed.length === added.length;
  const whole = (sign: '+' | '-', text: string): DiffLine => ({ sign, pieces: [{ text, changed: false }] });
  if (!pairs) return [...removed.map((text) => whole('-', text)), ...added.map((text) => whole('+', text))];
  return removed.flatMap((text, index) => {
    const [minus, plus] = marked(text, added[index]!);
    return [
      { sign: '-' as const, pieces: minus },
      { sign: '+' as const, pieces: plus },
    ];
  });
}

function marked(a: string, b: string): [DiffLine['pieces'], DiffLine['pieces']] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  // Whole words: a change inside of one is a change of it.
  while (start > 0 && /[\w:/.-]/.test(a[start - 1]!) && /[\w:/.-]/.test((a[start] ?? '') + (b[start] ?? '')))
    start -= 1;
  while (end > 0 && /[\w:/.-]/.test(a.at(-end)!) && /[\w:/.-]/.test((a.at(-end - 1) ?? '') + (b.at(-end - 1) ?? ''))) {
    end -= 1;
  }
  const cut = (text: string): DiffLine['pieces'] =>
    [
      { text: text.slice(0, start), changed: false },
      { text: text.slice(start, text.length - end), changed: true },
      { text: text.slice(text.length - end), changed: false },
    ].filter((piece) => piece.text !== '');
  return [cut(a), cut(b)];
}

function withoutCommonIndent(lines: DiffLine[]): DiffLine[] {
  const indents = lines
    .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    .filter((text) => text.trim() !== '')
    .map((text) => /^[ \t]*/.exec(text)![0].length);
  const common = Math.min(...indents);
  if (!Number.isFinite(common) || common === 0) return lines;
  return lines.map(({ sign, pieces }) => {
    let left = common;
    const cut = pieces.map(({ text, changed }) => {
      const away = Math.min(left, text.length);
      left -= away;
      return { text: text.slice(away), changed };
    });
    return { sign, pieces: cut.filter(({ text }) => text !== '') };
  });
}
