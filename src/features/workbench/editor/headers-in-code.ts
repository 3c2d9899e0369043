import {
  CORS_CALL,
  CORS_OPTIONS,
  NAMES_KEYS,
  NAMES_MANY,
  NAMES_ONE,
  NAMES_PROPERTY,
  PAGE_OPTIONS,
  VARIABLE,
  WORDS,
} from './header-words';
import type { HeaderPlace } from './header-places';
import type { Token } from './highlight';

/** As much of what stands before a place as its table needs. */
const KEPT = 120;

/** A piece of code: a bracket, a word, with its dot or its dashes, or what else there is. */
const PIECE = /[([{]|[)\]}]|[.$]?[\w$][\w$-]*|--?\w[\w-]*|[^]/g;

/**
 * The headers that a code speaks of, line by line: names where a name is due, names with a dash that are known, and words
 * that make a header.
 */
export function headersInCode(
  lines: readonly (readonly Token[])[],
  side: 'frontend' | 'server',
  knows: (name: string) => boolean,
): HeaderPlace[][] {
  const given = namesGivenToCors(lines);
  /** What stood before each bracket that is open, and the bracket. */
  const open: string[] = [];
  let before = '';
  const go = (text: string): void => {
    before = (before + text).replace(/\s+/g, ' ').slice(-KEPT);
  };

  const isOfCors = (): boolean => open.some((opener) => CORS_CALL.test(opener) || given.has(assigned(opener)));

  /** The word here is the name of a header, whichever it is. */
  const isNameDue = (word: string, rest: string): boolean => {
    if (word.startsWith('.')) return NAMES_PROPERTY.test(before) && !rest.startsWith('(');
    const around = open.at(-1) ?? '';
    return (
      [NAMES_ONE, NAMES_MANY].some((place) => place.test(before)) ||
      NAMES_MANY.test(around) ||
      (NAMES_KEYS.test(around) && /^['"]? ?:/.test(rest))
    );
  };

  /** The header of a word; `rest`: what stands behind it. */
  const nameOf = (word: string, rest: string): string | undefined => {
    const plain = word.replace(/^\./, '');
    if (/^[a-z][\w-]*$/i.test(plain) && isNameDue(word, rest)) return plain.toLowerCase();
    const variable = VARIABLE.exec(word)?.[1];
    if (variable) return variable.replaceAll('_', '-').toLowerCase();
    if (plain.includes('-') && knows(plain.toLowerCase())) return plain.toLowerCase();
    const option = CORS_OPTIONS.get(word);
    if (option !== undefined && /^['"]? ?[:=](?!=)/.test(rest) && isOfCors()) return option;
    const asked = side === 'frontend' && PAGE_OPTIONS.find(([pattern]) => pattern.test(plain + rest))?.[1];
    return asked || (word.startsWith('.') && !rest.startsWith('(') ? undefined : WORDS.get(word));
  };

  /** Names in a text: where one is due the whole of it, as a list, else what is known. */
  const inText = (text: string, rest: string): HeaderPlace[] => {
    const [, quote = '', content = ''] = /^(\w{0,2}['"`]*)([^]*?)['"`]*$/.exec(text) ?? [];
    const isHeaderLine = /(?:-H|--header) ?$/.test(before);
    const said = isHeaderLine ? (content.split(':')[0] ?? '') : content;
    return [...said.matchAll(/[\w-]+/g)].flatMap(({ 0: word, index }) => {
      const isWhole = said.split(',').some((member) => member.trim() === word);
      const name = isWhole ? nameOf(word, rest) : word.includes('-') && knows(word.toLowerCase()) && word.toLowerCase();
      const from = quote.length + index;
      return name ? [{ name, from, to: from + word.length }] : [];
    });
  };

  const inCode = (text: string, rest: string): HeaderPlace[] =>
    [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
      const to = index + piece.length;
      const name = /\w/.test(piece) ? nameOf(piece, spaced(text.slice(to) + rest)) : undefined;
      if ('([{'.includes(piece)) open.push(before + piece);
      else if (')]}'.includes(piece)) open.pop();
      go(piece);
      return name ? [{ name, from: piece.startsWith('.') ? index + 1 : index, to }] : [];
    });

  return lines.map((tokens) => {
    let at = 0;
    const text = tokens.map((token) => token.text).join('');
    const places = tokens.flatMap(({ kind, text: token }) => {
      const from = at;
      at += token.length;
      const rest = spaced(text.slice(at));
      const isText = kind === 'comment' || (kind === 'literal' && !token.startsWith('$'));
      const found = isText ? inText(token, rest) : inCode(token, rest);
      if (isText && kind !== 'comment') go(token);
      return found.map((place) => ({ ...place, from: from + place.from, to: from + place.to }));
    });
    go('\n');
    return places;
  });
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

/** The name that an object is given, from what stands before its bracket. */
const assigned = (opener: string): string => /([\w$]+) ?(?::[^=]*)?= ?\{$/.exec(opener)?.[1] ?? '';

/** Objects that are options of a package for CORS. */
function namesGivenToCors(lines: readonly (readonly Token[])[]): ReadonlySet<string> {
  const code = lines.map((tokens) => tokens.map(({ text }) => text).join('')).join('\n');
  return new Set(
    [...code.matchAll(/\bcors\w*\(\s*(?:[\w.]+\s*,\s*)?(?:\*\*)?([A-Za-z_$][\w$]*)\s*[,)]/gi)].map(([, name]) => name!),
  );
}
