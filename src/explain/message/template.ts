import type { About } from './about';
import type { Sentence } from '../sentence';

/** A stretch of a console line, and what it means there. The parts of a line, put together, are the line. */
export interface MessagePart {
  text: string;
  means: Sentence;
}

export type Means = (value: string, about: About) => Sentence;

/** Words that a browser always prints so, around at most one value: `from origin '{}'`. */
export interface Piece {
  words: string;
  means: Means;
  /** The piece may be missing. */
  optional: boolean;
}

export const piece = (words: string, means: Means): Piece => ({ words, means, optional: false });
export const maybe = (words: string, means: Means): Piece => ({ words, means, optional: true });

/** A line that a browser prints. */
export interface Template {
  pieces: readonly Piece[];
  pattern: RegExp;
}

export function template(...pieces: readonly Piece[]): Template {
  const source = pieces.map(({ words, optional }) => `(${patternOf(words)})${optional ? '?' : ''}`).join('');
  return { pieces, pattern: new RegExp(`^${source}$`, 's') };
}

/** The line in its parts; null: it is not of this form. */
export function read(line: string, { pieces, pattern }: Template, about: About): MessagePart[] | null {
  const found = pattern.exec(line);
  if (!found) return null;
  return pieces.flatMap((one, index): MessagePart[] => {
    const text = found[2 * index + 1];
    return text ? [{ text, means: one.means(found[2 * index + 2] ?? '', about) }] : [];
  });
}

/** Two groups a piece: all of it, and its value. */
function patternOf(words: string): string {
  const [before = '', after] = words.split('{}');
  return after === undefined ? `${escaped(before)}()` : `${escaped(before)}(.*?)${escaped(after)}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
