import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sightAt } from './sight';

describe('the part of the picture that is drawn', () => {
  it('covers the window wherever it is scrolled to, and never leaves the paper', () => {
    const size = fc.integer({ min: 320, max: 2560 });
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 0, max: 40_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (view, more, part) => {
          const paper = view + more;
          const scrolled = more * part;
          const { from, to } = sightAt(scrolled, view, paper);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from).toBeLessThanOrEqual(scrolled);
          expect(to).toBeGreaterThanOrEqual(scrolled + view);
          expect(to).toBeLessThanOrEqual(paper);
        },
      ),
    );
  });

  it('is not all of a picture that is many windows long', () => {
    const { from, to } = sightAt(10_000, 1440, 20_000);
    expect(to - from).toBeLessThan(3 * 1440);
  });

  it('is all of a picture that fits', () => {
    expect(sightAt(0, 1440, 1440)).toEqual({ from: 0, to: 1440 });
  });
});
