import type { Stop } from './run';
import type { Part, Sentence } from './sentence';

const URLS = /https?:\/\/[^\s,;]*[^\s,;.:!?)]/.source;
/** `Access-Control-Allow-Origin`: names of two words or more, each with a capital. */
const HEADERS = /\b[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+\b/.source;

/** The sentence of a stop, with the values it compared, addresses and header names set as code. */
export function typeset({ sentence, match }: Pick<Stop, 'sentence' | 'match'>): Sentence {
  const values = (
    match === null
      ? []
      : match.kind === 'pair'
        ? [match.left.value, match.right.value]
        : match.kind === 'rules'
          ? match.rules.flatMap((rule) => rule.values)
          : match.columns.flatMap(({ left, right }) => [left, right])
  ).filter((value) => value !== null && value !== '');
  const whole = values.map((value) => `(?<![\\w-])${escaped(String(value))}(?![\\w-])`);
  const found = new RegExp([...whole.sort((a, b) => b.length - a.length), URLS, HEADERS].join('|'), 'g');
  const parts: Part[] = [];
  let done = 0;
  for (const { 0: code, index } of sentence.matchAll(found)) {
    if (index > done) parts.push(sentence.slice(done, index));
    parts.push({ code });
    done = index + code.length;
  }
  if (done < sentence.length) parts.push(sentence.slice(done));
  return parts;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
