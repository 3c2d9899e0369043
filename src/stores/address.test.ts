import { describe, expect, it } from 'vitest';
import { casePartsOf, noted, opensCase, otherPartsOf, partIn } from './address';

const pageAt = (hash: string, state: unknown = null): Pick<Window, 'location' | 'history'> =>
  ({ location: { hash }, history: { state } }) as Pick<Window, 'location' | 'history'>;

describe('the case in an address', () => {
  it('is found beside the moment', () => {
    expect(partIn('#scenario=1.abc&at=85ms-cors-check', 'scenario')).toBe('1.abc');
    expect(casePartsOf('#case=wrong-origin&browser=firefox&at=85ms')).toEqual(['case=wrong-origin', 'browser=firefox']);
    expect(otherPartsOf('#scenario=1.abc&at=85ms-cors-check')).toEqual(['at=85ms-cors-check']);
  });

  it('is not there in an address without it, nor in that of another page', () => {
    for (const hash of ['', '#', '#at=85ms', '#/course', '#/lesson/scenario=1']) {
      expect(partIn(hash, 'scenario')).toBeUndefined();
      expect(opensCase(pageAt(hash))).toBe(false);
    }
  });

  it('is opened where somebody followed a link, and not where the page has written it', () => {
    const hash = '#case=wrong-origin&at=85ms';
    expect(opensCase(pageAt(hash))).toBe(true);
    const state = noted({ demonstration: 'before' }, hash);
    expect(state).toMatchObject({ demonstration: 'before' });
    expect(opensCase(pageAt(hash, state))).toBe(false);
    expect(opensCase(pageAt('#case=wrong-origin&at=97ms', state))).toBe(false);
    expect(opensCase(pageAt('#case=classic&at=85ms', state))).toBe(true);
  });
});
