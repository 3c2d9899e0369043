/** A piece of text to put in the place of another. Offsets into the text as it was. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** Everything outside of the splices stays as it is. They may not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((done, { start, end, text: next }) => done.slice(0, start) + next + done.slice(end), text);
}

/** Start of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset behind the line's end, its line break included. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

export function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at)))![0];
}

/** The line break that is missing for a line to begin at `at`. */
export const atLineStart = (text: string, at: number): string => (lineStart(text, at) === at ? '' : '\n');

/** Lines in front of what begins at `start`, as far in as it is. */
export function linesInFront(text: string, start: number, lines: readonly string[]): Splice {
  const indent = indentAt(text, start);
  return { start, end: start, text: lines.map((line) => `${line}\n${indent}`).join('') };
}

/** The whole lines of `start` to `end` where nothing else stands in them, else just that piece. */
export function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
  const [first, last] = [lineStart(text, start), lineEnd(text, end)];
  const alone =
    text.slice(first, start).trim() === '' && /^[ \t;,]*(\/\/.*|#.*)?$/.test(text.slice(end, last).trimEnd());
  return alone ? { start: first, end: last } : { start, end };
}
