import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightNginxLines } from './highlight-nginx';

const kinds = (code: string): string[] =>
  highlightNginxLines(code)
    .flat()
    .filter((token) => token.kind !== 'plain')
    .map((token) => `${token.kind} ${token.text}`);

describe('highlighting a configuration of nginx', () => {
  it('never changes the text, whatever it is', () => {
    const piece = fc.constantFrom("'", '"', '\\', '#', ';', '{', '}', '\n', '$', '${', 'location', ' ');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const code = pieces.join('');
        const lines = highlightNginxLines(code).map((line) => line.map((token) => token.text).join(''));
        expect(lines.join('\n')).toBe(code);
      }),
    );
  });

  it('knows directives, variables, texts and comments', () => {
    expect(kinds('location / { # all\n  add_header X "y" always;\n  return 200 $uri;\n}')).toEqual([
      'keyword location',
      'comment # all',
      'keyword add_header',
      'literal "y"',
      'keyword return',
      'literal $uri',
    ]);
  });

  it('takes what goes on in the next line for what it is', () => {
    expect(kinds("set $a 'one\ntwo';\nbreak;")).toEqual([
      'keyword set',
      'literal $a',
      "literal 'one",
      "literal two'",
      'keyword break',
    ]);
    expect(kinds('server_name a\n  b;')).toEqual(['keyword server_name']);
  });
});
