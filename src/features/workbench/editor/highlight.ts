/** Just enough JavaScript to set code in the book's manner: keywords bold, literals muted, comments lighter. */

export type TokenKind = 'plain' | 'keyword' | 'literal' | 'comment';
export interface Token {
  kind: TokenKind;
  text: string;
}

const keywords =
  'async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|false|finally|for|from|function|if|import|in|instanceof|let|new|null|of|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|yield';

const pattern = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))`,
    String.raw`(?<literal>'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|` +
      '`(?:\\\\[\\s\\S]|[^`\\\\])*`?' +
      String.raw`|\b\d[\w.]*)`,
    String.raw`(?<keyword>(?<![\w$.])(?:${keywords})(?![\w$])|=>)`,
  ].join('|'),
  'g',
);

/** The code as tokens, line by line. Joined, the texts give the code again. */
export function highlightLines(code: string): Token[][] {
  const lines: Token[][] = [[]];
  const push = (kind: TokenKind, text: string): void => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    });
  };
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    push('plain', code.slice(end, match.index));
    const kind = (['comment', 'literal', 'keyword'] as const).find((name) => match.groups?.[name] !== undefined);
    push(kind ?? 'plain', match[0]);
    end = match.index + match[0].length;
  }
  push('plain', code.slice(end));
  return lines;
}
