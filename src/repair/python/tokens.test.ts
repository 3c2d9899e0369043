import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPython } from './code';
import { stringValue, tokensOf } from './tokens';

const pieces = fc.array(
  fc.constantFrom(
    "'a'",
    '"""',
    "'",
    '"',
    '\\',
    '\n',
    '#',
    '(',
    ')',
    '[',
    ']',
    '{',
    ',',
    '=',
    'CORS',
    'x',
    ' ',
    '1',
    'é',
    "r'",
  ),
  { maxLength: 30 },
);

describe('Python tokens', () => {
  it('leave nothing out but blanks, in order, whatever is written', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const code = parts.join('');
        let at = 0;
        for (const { start, end, text } of tokensOf(code)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(code.slice(at, start).replaceAll('\\\n', '').trim()).toBe('');
          expect(code.slice(start, end)).toBe(text);
          at = end;
        }
        expect(code.slice(at).replaceAll('\\\n', '').trim()).toBe('');
      }),
    );
  });

  it('make calls and lists of what is half written, and never fail', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const code = parts.join('');
        for (const { start, end } of readPython(code).brackets) expect(end).toBeGreaterThan(start);
      }),
    );
  });

  it.each([
    ["'a'", 'a'],
    ['"""a\nb"""', 'a\nb'],
    ["r'a'", 'a'],
    ["f'{a}'", null],
    ["b'a'", null],
    ['a', null],
  ])('know what a string says: %s', (code, expected) => {
    expect(stringValue(tokensOf(code)[0]!)).toBe(expected);
  });

  it('keep brackets in strings and comments out of it', () => {
    const { assignments } = readPython("A = ['(', # ]\n  'b']\nB = 1\n");
    expect(assignments.map(({ name, value }) => [name, value.tokens.length])).toEqual([
      ['A', 5],
      ['B', 1],
    ]);
  });
});
