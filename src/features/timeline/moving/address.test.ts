import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentIn, withMoment } from './address';

const part = fc.stringMatching(/^[a-z][a-z0-9=.-]{0,8}$/).filter((text) => !text.startsWith('at='));
const fragment = fc.array(part, { maxLength: 3 }).map((parts) => (parts.length === 0 ? '' : `#${parts.join('&')}`));
const moment = fc.stringMatching(/^\d{1,6}ms-[a-z-]{1,12}(\.\d)?$/);

describe('the moment in an address', () => {
  it('is read as it was written, and what stood there before it stays', () => {
    fc.assert(
      fc.property(fragment, moment, (hash, at) => {
        expect(momentIn(withMoment(hash, at))).toBe(at);
        expect(withMoment(withMoment(hash, at), null)).toBe(hash);
      }),
    );
  });

  it('takes the place of the one before it', () => {
    expect(withMoment('#s=abc&at=1ms-redirect', '2ms-redirect')).toBe('#s=abc&at=2ms-redirect');
  });

  it('is none of an address that names another page, and is not written there', () => {
    expect(momentIn('#/lesson/first&at=1ms-redirect')).toBeNull();
    expect(withMoment('#/lesson/first', '1ms-redirect')).toBe('#/lesson/first');
  });
});
