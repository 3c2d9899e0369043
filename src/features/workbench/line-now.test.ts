import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineNow } from './line-now';

const RAN = 'import a\n\nallow(x)\nroute()\nlisten()';

describe('lineNow', () => {
  it.each([
    ['is where it was above an edit', 1, 'import a\n\nallow(x)\nlog()\nroute()\nlisten()', 1],
    ['is further down below lines that were put in', 4, 'import a\nimport b\n\nallow(x)\nroute()\nlisten()', 5],
    ['is further up below lines that were taken out', 5, 'import a\nroute()\nlisten()', 3],
    ['stays while it is written anew', 3, 'import a\n\nallow(y)\nroute()\nlisten()', 3],
    ['is gone with its text', 3, 'import a\n\nroute()\nlisten()', undefined],
    ['is gone where all is another text', 4, 'server {\n}', undefined],
  ])('%s', (_, line, now, expected) => {
    expect(lineNow(line, RAN, now)).toBe(expected);
  });

  it('finds every line around one edit, in a text of another length', () => {
    const lines = fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, fc.nat(8), fc.nat(8), (before, put, from, count) => {
        const after = before.toSpliced(from, count, ...put);
        fc.pre(after.length !== before.length);
        const kept = before.flatMap((text, at) => (at < from || at >= from + count ? [{ text, line: at + 1 }] : []));
        const found = kept.map(({ line }) => after[lineNow(line, before.join('\n'), after.join('\n'))! - 1]);
        expect(found).toEqual(kept.map(({ text }) => text));
      }),
    );
  });
});
