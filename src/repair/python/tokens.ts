/** Python text as tokens: enough to find calls, lists and assignments, and never to fail on what is half written. */

export interface Token {
  kind: 'name' | 'string' | 'number' | 'op' | 'newline' | 'comment';
  start: number;
  end: number;
  text: string;
}

const PATTERNS: readonly [Token['kind'], RegExp][] = [
  ['comment', /#[^\n]*/y],
  [
    'string',
    /[rRbBuUfF]{0,2}(?:"""(?:[^\\]|\\[^])*?(?:"""|$(?![^]))|'''(?:[^\\]|\\[^])*?(?:'''|$(?![^]))|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?)/y,
  ],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['number', /\d[\w.]*/y],
  ['newline', /\n/y],
  ['op', /[^\s]/y],
];

export function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < code.length) {
    const blank = /[^\S\n]+|\\\n/y;
    blank.lastIndex = at;
    const skipped = blank.exec(code);
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const match = pattern.exec(code);
      if (!match || match[0] === '') continue;
      tokens.push({ kind, start: at, end: at + match[0].length, text: match[0] });
      break;
    }
    at = Math.max(at + 1, tokens.at(-1)?.end ?? 0);
  }
  return tokens;
}

/** What a plain string token says; null for f-strings, bytes and other tokens. */
export function stringValue({ kind, text }: Token): string | null {
  if (kind !== 'string' || /^[a-z]*[bf]/i.test(text.slice(0, 2).replace(/['"].*/, ''))) return null;
  return /^[a-z]*('''|"""|'|")([^]*)\1$/i.exec(text)?.[2] ?? null;
}

export function quotedPython(text: string, code: string): string {
  const quote = (code.match(/"/g)?.length ?? 0) > (code.match(/'/g)?.length ?? 0) ? '"' : "'";
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}
