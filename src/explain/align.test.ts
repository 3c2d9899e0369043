import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from './align';

describe('aligning two sequences', () => {
  const steps = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

  it('loses nothing, adds nothing and keeps both orders', () => {
    fc.assert(
      fc.property(steps, steps, (left, right) => {
        const pairs = align(left, right, (step) => step);
        expect(pairs.flatMap((pair) => pair.left ?? [])).toEqual(left);
        expect(pairs.flatMap((pair) => pair.right ?? [])).toEqual(right);
        expect(pairs.filter((pair) => pair.left !== null && pair.right !== null && pair.left !== pair.right)).toEqual(
          [],
        );
      }),
    );
  });

  it('pairs every step of a run with itself', () => {
    fc.assert(
      fc.property(steps, (run) => {
        expect(align(run, run, (step) => step)).toEqual(run.map((step) => ({ left: step, right: step })));
      }),
    );
  });

  it('pairs what is left where steps are taken out of one of them', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.boolean()), (run, keep) => {
        const shorter = run.filter(() => keep.next().value);
        const pairs = align(run, shorter, (step) => step);
        expect(pairs.filter((pair) => pair.left !== null && pair.right !== null)).toHaveLength(shorter.length);
      }),
    );
  });

  it('pairs as many as can be paired', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 });
    const most = ([a, ...left]: string[], [b, ...right]: string[]): number => {
      if (a === undefined || b === undefined) return 0;
      return a === b ? 1 + most(left, right) : Math.max(most(left, [b, ...right]), most([a, ...left], right));
    };
    fc.assert(
      fc.property(few, few, (left, right) => {
        const pairs = align(left, right, (step) => step);
        expect(pairs.filter((pair) => pair.left !== null && pair.right !== null)).toHaveLength(most(left, right));
      }),
    );
  });

  it('is the mirror of aligning them the other way round, in how much it pairs', () => {
    const paired = (left: string[], right: string[]) =>
      align(left, right, (step) => step).filter((pair) => pair.left !== null && pair.right !== null).length;
    fc.assert(
      fc.property(steps, steps, (left, right) => {
        expect(paired(left, right)).toBe(paired(right, left));
      }),
    );
  });
});
