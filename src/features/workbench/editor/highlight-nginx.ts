/** Just enough of nginx's syntax to set a configuration in the book's manner: directives bold, variables and texts muted. */

import type { Token, TokenKind } from './highlight';

/** What a line starts inside of: where a directive may begin, after the name of one, or a text in quotes. */
export type NginxLineStart = 'directive' | 'arguments' | "'" | '"';

const piece =
  /(?<quoted>"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)|(?<end>[;{}])|(?<word>(?:\\.|\$\{|[^\s;{}"'\\])+|\\)|\s+/g;

/** One line's tokens, and what the next line starts inside of. Joined, the texts give the line again. */
export function highlightNginxLine(line: string, start: NginxLineStart): { tokens: Token[]; next: NginxLineStart } {
  const opened = start === "'" || start === '"' ? start : '';
  const text = opened + line;
  const tokens: Token[] = [];
  let next: NginxLineStart = start === 'directive' ? 'directive' : 'arguments';
  let end = 0;
  const push = (kind: TokenKind, from: number, to: number): void => {
    const part = text.slice(Math.max(from, opened.length), to);
    if (part !== '') tokens.push({ kind, text: part });
  };
  for (const match of text.matchAll(piece)) {
    const { quoted, end: mark, word } = match.groups ?? {};
    push('plain', end, match.index);
    if (word?.startsWith('#')) {
      push('comment', match.index, text.length);
      return { tokens, next };
    }
    end = match.index + match[0].length;
    if (quoted !== undefined) {
      push('literal', match.index, end);
      const isClosed = /^(["'])(?:\\.|(?!\1)[^\\])*\1$/.test(quoted);
      next = isClosed ? 'arguments' : (quoted[0] as "'" | '"');
    } else if (mark !== undefined) {
      push('plain', match.index, end);
      next = 'directive';
    } else if (word === undefined) push('plain', match.index, end);
    else if (next === 'directive') {
      push('keyword', match.index, end);
      next = 'arguments';
    } else push(word.startsWith('$') || word.startsWith('($') ? 'literal' : 'plain', match.index, end);
  }
  push('plain', end, text.length);
  return { tokens, next };
}

/** The configuration as tokens, line by line. */
export function highlightNginxLines(code: string): Token[][] {
  let start: NginxLineStart = 'directive';
  return code.split('\n').map((line) => {
    const { tokens, next } = highlightNginxLine(line, start);
    start = next;
    return tokens;
  });
}
