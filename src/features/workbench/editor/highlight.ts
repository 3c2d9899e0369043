/** Just enough JavaScript to set code in the book's manner: keywords bold, literals muted, comments lighter. */

export type TokenKind = 'plain' | 'keyword' | 'literal' | 'comment';
export interface Token {
  kind: TokenKind;
  text: string;
}

/** What a line starts inside of. */
export type LineStart = 'code' | 'template' | 'comment';

const keywords =
  'async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|false|finally|for|from|function|if|import|in|instanceof|let|new|null|of|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|yield';

const template = '`(?:\\\\.|[^`\\\\])*`?';
const pattern = new RegExp(
  [
    String.raw`(?<comment>\/\/.*|\/\*.*?(?:\*\/|$))`,
    String.raw`(?<literal>'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|${template}|\b\d[\w.]*` +
      // A slash starts a regular expression where no value stands before it.
      String.raw`|(?<=(?:^|[=(,:[!&|?{};])\s*)\/(?![*\/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\/\\])+\/[a-z]*)`,
    String.raw`(?<keyword>(?<![\w$.])(?:${keywords})(?![\w$])|=>)`,
  ].join('|'),
  'g',
);

const opening: Record<LineStart, string> = { code: '', template: '`', comment: '/*' };

/** One line's tokens, and what the next line starts inside of. Joined, the texts give the line again. */
export function highlightLine(line: string, start: LineStart): { tokens: Token[]; next: LineStart } {
  const opened = opening[start];
  const text = opened + line;
  const tokens: Token[] = [];
  let next: LineStart = 'code';
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
    if (comment?.startsWith('/*') && !/^\/\*.*\*\/$/.test(comment)) next = 'comment';
    if (literal?.startsWith('`') && !/^`(?:\\.|[^`\\])*`$/.test(literal)) next = 'template';
  }
  push('plain', end, text.length);
  return { tokens, next };
}

/** The code as tokens, line by line. */
export function highlightLines(code: string): Token[][] {
  let start: LineStart = 'code';
  return code.split('\n').map((line) => {
    const { tokens, next } = highlightLine(line, start);
    start = next;
    return tokens;
  });
}
