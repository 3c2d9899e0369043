/** Just enough Python to set code in the book's manner. */

import type { Token, TokenKind } from './highlight';

/** What a line of Python starts inside of: code, or a text in triple quotes. */
export type PythonLineStart = 'code' | "'''" | '"""';

const keywords =
  'False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield';

const pattern = new RegExp(
  [
    String.raw`(?<comment>#.*)`,
    String.raw`(?<literal>(?:\b[rbfuRBFU]{1,2})?(?:'''(?:\\.|(?!''').)*(?:'''|$)|"""(?:\\.|(?!""").)*(?:"""|$)|'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?)|\b\d[\w.]*)`,
    String.raw`(?<keyword>(?<![\w.])(?:${keywords})(?!\w))`,
  ].join('|'),
  'g',
);

/** One line's tokens, and what the next line starts inside of. Joined, the texts give the line again. */
export function highlightPythonLine(line: string, start: PythonLineStart): { tokens: Token[]; next: PythonLineStart } {
  const opened = start === 'code' ? '' : start;
  const text = opened + line;
  const tokens: Token[] = [];
  let next: PythonLineStart = 'code';
  let end = 0;
  const push = (kind: TokenKind, from: number, to: number): void => {
    const part = text.slice(Math.max(from, opened.length), to);
    if (part !== '') tokens.push({ kind, text: part });
  };
  for (const match of text.matchAll(pattern)) {
    const { comment, literal } = match.groups ?? {};
    push('plain', end, match.index);
    end = match.index + match[0].length;
    push(comment !== undefined ? 'comment' : literal !== undefined ? 'literal' : 'keyword', match.index, end);
    const quotes = /^[rbfu]{0,2}('''|""")/i.exec(literal ?? '')?.[1];
    if (quotes && (literal!.length < 6 || !literal!.endsWith(quotes))) next = quotes as PythonLineStart;
  }
  push('plain', end, text.length);
  return { tokens, next };
}

/** The code as tokens, line by line. */
export function highlightPythonLines(code: string): Token[][] {
  let start: PythonLineStart = 'code';
  return code.split('\n').map((line) => {
    const { tokens, next } = highlightPythonLine(line, start);
    start = next;
    return tokens;
  });
}
