/** Just enough of the shell to set a curl command in the book's manner: its name and options bold, texts muted. */

import type { Token, TokenKind } from './highlight';

/** What a line starts inside of: a command, or a text in quotes. */
export type ShellLineStart = 'command' | "'" | '"';

const piece =
  /(?<quoted>'[^']*'?|"(?:\\.|[^"\\])*"?)|(?<comment>(?<=^|\s)#.*)|(?<name>(?<=^|\s)(?:curl|--?[\w#][\w-]*)(?=\s|$))/g;

/** One line's tokens, and what the next line starts inside of. Joined, the texts give the line again. */
export function highlightShellLine(line: string, start: ShellLineStart): { tokens: Token[]; next: ShellLineStart } {
  const opened = start === 'command' ? '' : start;
  const text = opened + line;
  const tokens: Token[] = [];
  let next: ShellLineStart = 'command';
  let end = 0;
  const push = (kind: TokenKind, from: number, to: number): void => {
    const part = text.slice(Math.max(from, opened.length), to);
    if (part !== '') tokens.push({ kind, text: part });
  };
  for (const match of text.matchAll(piece)) {
    const { quoted, comment } = match.groups ?? {};
    push('plain', end, match.index);
    end = match.index + match[0].length;
    push(quoted !== undefined ? 'literal' : comment !== undefined ? 'comment' : 'keyword', match.index, end);
    if (quoted === undefined) continue;
    const isClosed = /^(?:'[^']*'|"(?:\\.|[^"\\])*")$/.test(quoted);
    next = isClosed ? 'command' : (quoted[0] as "'" | '"');
  }
  push('plain', end, text.length);
  return { tokens, next };
}

/** The command as tokens, line by line. */
export function highlightShellLines(code: string): Token[][] {
  let start: ShellLineStart = 'command';
  return code.split('\n').map((line) => {
    const { tokens, next } = highlightShellLine(line, start);
    start = next;
    return tokens;
  });
}
