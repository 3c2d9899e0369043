import type { CodeMark } from './marks';

/** Widths in px of what stands behind a line: its tag, with the air before it, and a character of its remark. */
const TAG = 38;
const CHARACTER = 6.4;

/** How much of a mark has room behind its line's end: all of it, the number alone, or nothing. */
export function shownBehind(
  { number, text }: CodeMark,
  lineEnd: number,
  room: number,
): { tag: boolean; remark: boolean } {
  const afterTag = lineEnd + (number === null ? 0 : TAG);
  return {
    tag: number !== null && afterTag <= room,
    remark: text !== '' && afterTag + 4 + text.length * CHARACTER <= room,
  };
}
