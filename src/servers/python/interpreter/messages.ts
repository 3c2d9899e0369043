/**
 * What travels between a host and an interpreter. One interpreter serves one realm after another: what belongs to a realm has
 * its number in front.
 */

/** A framework and what it needs that is not there yet. Answered by `installed` or `failed`. */
export interface Install {
  framework: string;
  /** Contents by file name. The first time with the interpreter's own parts. */
  files: Record<string, ArrayBuffer>;
}

/** To an interpreter goes, as text, `1 open {program}`, `1 message {turn}`, `1 close`. From it comes, as text: `0 installed`, `0 failed why`; of a realm `1 message {…}` and, as the last, `1 closed`. */
export type InterpreterWord = 'installed' | 'failed' | 'message' | 'closed';

export interface Worded<Word extends string> {
  realm: number;
  word: Word;
  text: string;
}

export function toText<Word extends string>({ realm, word, text }: Worded<Word>): string {
  return `${realm} ${word} ${text}`;
}

/** @throws TypeError where `text` is not of that form */
export function fromText<Word extends string>(text: string, words: readonly Word[]): Worded<Word> {
  const first = text.indexOf(' ');
  const second = text.indexOf(' ', first + 1);
  const realm = /^\d+ /.test(text) ? Number(text.slice(0, first)) : NaN;
  const word = words.find((known) => known === text.slice(first + 1, second));
  if (!word || !Number.isSafeInteger(realm)) throw new TypeError(`message: expected one of ${words.join(', ')}`);
  return { realm, word, text: text.slice(second + 1) };
}
