import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightShellLines } from './highlight-shell';

const kinds = (code: string): string[] =>
  highlightShellLines(code)
    .flat()
    .filter((token) => token.kind !== 'plain')
    .map((token) => `${token.kind} ${token.text}`);

describe('highlighting a curl command', () => {
  it('never changes the text, whatever it is', () => {
    const piece = fc.constantFrom("'", '"', '\\', '#', '-', '--data', '\n', 'curl', ' ', '$');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const code = pieces.join('');
        const lines = highlightShellLines(code).map((line) => line.map((token) => token.text).join(''));
        expect(lines.join('\n')).toBe(code);
      }),
    );
  });

  it('knows options and texts, and takes no address for a comment', () => {
    expect(
      kinds(`curl -i https://api.example.com/#users \\\n  -H 'Origin: null' --data-raw "{\\"a\\": 1}" # all`),
    ).toEqual([
      'keyword curl',
      'keyword -i',
      'keyword -H',
      "literal 'Origin: null'",
      'keyword --data-raw',
      String.raw`literal "{\"a\": 1}"`,
      'comment # all',
    ]);
  });

  it('takes what goes on in the next line for what it is', () => {
    expect(kinds("curl -d 'one\n-x two' -v")).toEqual([
      'keyword curl',
      'keyword -d',
      "literal 'one",
      "literal -x two'",
      'keyword -v',
    ]);
  });
});
