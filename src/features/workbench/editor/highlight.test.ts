import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightLines } from './highlight';

const kinds = (code: string): string[] =>
  highlightLines(code)
    .flat()
    .filter((token) => token.kind !== 'plain')
    .map((token) => `${token.kind} ${token.text}`);

describe('highlighting', () => {
  it('never changes the code, whatever it is', () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '`',
      '\\',
      '//',
      '/*',
      '*/',
      '\n',
      'const',
      ' ',
      '=>',
      '1',
      'x',
      '\u{1f600}',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const code = pieces.join('');
        const again = highlightLines(code)
          .map((line) => line.map((token) => token.text).join(''))
          .join('\n');
        expect(again).toBe(code);
      }),
    );
  });

  it('knows keywords, literals and comments', () => {
    expect(kinds("const a = 'b'; // c")).toEqual(['keyword const', "literal 'b'", 'comment // c']);
  });

  it('takes no property name for a keyword', () => {
    expect(kinds('promise.catch(of.delete)')).toEqual(['keyword of']);
  });

  it('keeps a template literal together over lines', () => {
    expect(kinds('`a\nb`')).toEqual(['literal `a', 'literal b`']);
  });
});
