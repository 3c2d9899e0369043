import { describe, expect, it } from 'vitest';
import { otherParts, sharedCode } from './address-parts';

describe('the scenario in an address', () => {
  it('is found beside the moment', () => {
    expect(sharedCode('#scenario=1.abc&at=85ms-cors-check')).toBe('1.abc');
    expect(otherParts('#scenario=1.abc&at=85ms-cors-check')).toEqual(['at=85ms-cors-check']);
  });

  it('is not there in an address without it, nor in that of another page', () => {
    for (const hash of ['', '#', '#at=85ms', '#/course', '#/lesson/scenario=1'])
      expect(sharedCode(hash)).toBeUndefined();
  });
});
