import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './diff';
import type { DiffLine } from './fix';

const text = ({ pieces }: DiffLine): string => pieces.map((piece) => piece.text).join('');

describe('the lines that differ', () => {
  it('stand in the text they are from, but for the indent that all of them have', () => {
    const code = fc.array(fc.constantFrom('a', 'b', '  c', 'd(e)', ''), { maxLength: 12 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(code, code, (before, after) => {
        const { lines } = linesOf(before, after);
        for (const line of lines) {
          const from = (line.sign === '+' ? after : before).split('\n');
          expect(from.some((each) => each.endsWith(text(line)))).toBe(true);
        }
        expect(lines.length > 0 || before.replaceAll('\n', '') === after.replaceAll('\n', '')).toBe(true);
        expect(linesOf(after, after).lines).toEqual([]);
      }),
    );
  });

  it('mark the words that are others, and say where it begins', () => {
    const { line, lines } = linesOf("a\n  x('https://a.example');\n", "a\n  x('https://b.example');\n");
    expect(line).toBe(2);
    expect(lines.map(({ sign, pieces }) => [sign, pieces.find(({ changed }) => changed)?.text])).toEqual([
      ['-', 'https://a.example'],
      ['+', 'https://b.example'],
    ]);
  });

  it('show what is only added behind the line before it', () => {
    expect(linesOf('a\nb\n', 'a\nc\nb\n').lines.map((each) => each.sign + text(each))).toEqual([' a', '+c']);
  });
});
