import type { Run } from '../run';
import { align, type Pair } from '../align';

/** A stretch of a console line: what the other side says too, or what only this one says. */
export interface Stretch {
  text: string;
  differs: boolean;
}

/** What the browsers wrote in the same place, where it is not the same. Null: the other side wrote nothing there. */
export interface ComparedLine {
  left: Stretch[] | null;
  right: Stretch[] | null;
  /** How often this pair is in the two consoles. */
  times: number;
}

/** The browsers’ console lines that differ, in order; a pair that comes again is counted. What both wrote is left out. */
export function compareWords(left: Run, right: Run): ComparedLine[] {
  const known = new Map<string, ComparedLine>();
  for (const [a, b] of differing(printed(left), printed(right))) {
    const key = JSON.stringify([a, b]);
    const before = known.get(key);
    if (before) before.times += 1;
    else known.set(key, { ...stretches(a, b), times: 1 });
  }
  return [...known.values()];
}

const printed = ({ console: rows }: Run): string[] =>
  rows.flatMap(({ entry }) => (entry.source === 'browser' ? [entry.text] : []));

type LinePair = [left: string | null, right: string | null];

/** Between two lines that are equal, the first that is left over stands beside the first, the second beside the second. */
function differing(left: readonly string[], right: readonly string[]): LinePair[] {
  const pairs: LinePair[] = [];
  let [lefts, rights]: [string[], string[]] = [[], []];
  const flush = (): void => {
    for (let at = 0; at < Math.max(lefts.length, rights.length); at += 1) {
      pairs.push([lefts[at] ?? null, rights[at] ?? null]);
    }
    [lefts, rights] = [[], []];
  };
  for (const pair of align(left, right, (line) => line)) {
    if (pair.left !== null && pair.right !== null) flush();
    else if (pair.left !== null) lefts.push(pair.left);
    else if (pair.right !== null) rights.push(pair.right);
  }
  flush();
  return pairs;
}

function stretches(left: string | null, right: string | null): Pick<ComparedLine, 'left' | 'right'> {
  if (left === null || right === null) return { left: whole(left), right: whole(right) };
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const common = commonWords(align(a, b, ({ text }) => text));
  return { left: marked(left, a, common), right: marked(right, b, common) };
}

/** The words that both have; but a mark of punctuation between words that differ is nothing in common. */
function commonWords(pairs: readonly Pair<Word>[]): Set<Word> {
  const common = new Set<Word>();
  let run: Pair<Word>[] = [];
  const flush = (isEnd: boolean): void => {
    const isInside = run[0] !== pairs[0] && !isEnd;
    const isMeant = !isInside || run.some(({ left }) => left !== null && /[\p{L}\p{N}]/u.test(left.text));
    for (const { left, right } of isMeant ? run : []) {
      if (left && right) common.add(left).add(right);
    }
    run = [];
  };
  for (const pair of pairs) {
    if (pair.left && pair.right) run.push(pair);
    else flush(false);
  }
  flush(true);
  return common;
}

const whole = (line: string | null): Stretch[] | null => (line === null ? null : [{ text: line, differs: true }]);

interface Word {
  text: string;
  /** Where it begins in its line. */
  from: number;
}

/** An address is one word; quotation marks and what ends a sentence are words of their own. */
const wordsOf = (line: string): Word[] =>
  [...line.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}/*])?|\S/gu)].map(({ 0: text, index }) => ({ text, from: index }));

/** What lies between two words that differ differs with them. */
function marked(line: string, words: readonly Word[], common: ReadonlySet<Word>): Stretch[] {
  const found: Stretch[] = [];
  const add = (text: string, differs: boolean): void => {
    const last = found.at(-1);
    if (text === '') return;
    if (last?.differs === differs) last.text += text;
    else found.push({ text, differs });
  };
  let end = 0;
  let wasDifferent = false;
  for (const word of words) {
    const differs = !common.has(word);
    add(line.slice(end, word.from), differs && wasDifferent);
    add(word.text, differs);
    end = word.from + word.text.length;
    wasDifferent = differs;
  }
  add(line.slice(end), false);
  return found;
}
