import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeExclusion, percentOf } from './words';

describe('a share as a percentage', () => {
  it('is 100 % only where everything agrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (of, some) => {
        const agree = Math.min(of, some);
        expect(percentOf({ agree, of }) === '100 %').toBe(agree === of);
      }),
    );
  });
});

describe('an exclusion in words', () => {
  it('names the fields and the browsers it is for', () => {
    const exclusion = { ids: /x/, browsers: ['chromium' as const], fields: ['headers' as const], reason: 'x' };
    expect(describeExclusion(exclusion)).toBe('headers, in Chromium');
  });

  it('says so where it is for everything', () => {
    expect(describeExclusion({ ids: /x/, reason: 'x' })).toBe('everything, in every browser');
  });
});
