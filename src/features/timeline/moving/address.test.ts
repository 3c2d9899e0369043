import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partIn } from '@/stores/address';
import { withMoment } from './address';

const momentIn = (hash: string) => partIn(hash, 'at');

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

  it('names what is shown beside it, in the place of the case that stood there', () => {
    const shown = { parts: ['case=preflight', 'browser=firefox'], isDefault: false };
    expect(withMoment('#case=wrong-origin&left=a&at=1ms-redirect', '2ms-redirect', shown)).toBe(
      '#case=preflight&browser=firefox&left=a&at=2ms-redirect',
    );
    expect(withMoment('#scenario=abc', null, shown)).toBe('#case=preflight&browser=firefox');
  });

  it('names what opens without being named only where there is a moment in it', () => {
    const shown = { parts: ['case=wrong-origin'], isDefault: true };
    expect(withMoment('', '2ms-redirect', shown)).toBe('#case=wrong-origin&at=2ms-redirect');
    expect(withMoment('#case=preflight&at=1ms-redirect', null, shown)).toBe('');
    expect(withMoment('#case=preflight&left=a', null, shown)).toBe('#left=a');
  });

  it('leaves what is shown as it stands there, where nothing is to be named', () => {
    expect(withMoment('#case=preflight', '2ms-redirect')).toBe('#case=preflight&at=2ms-redirect');
  });

  it('takes the place of the one before it', () => {
    expect(withMoment('#s=abc&at=1ms-redirect', '2ms-redirect')).toBe('#s=abc&at=2ms-redirect');
  });

  it('stands beside the name of the case, also of the one that opens without being named', () => {
    expect(withMoment('', '1ms-redirect', { parts: ['case=classic'], isDefault: true })).toBe(
      '#case=classic&at=1ms-redirect',
    );
  });

  it('is left out where nothing names the case: for anybody else it would be one of another case', () => {
    const shown = { parts: [], isDefault: false };
    expect(withMoment('#case=classic&at=1ms-redirect&kept=1', '2ms-redirect', shown)).toBe('#kept=1');
    expect(withMoment('', '2ms-redirect', shown)).toBe('');
  });

  it('is none of an address that names another page, and is not written there', () => {
    expect(momentIn('#/lesson/first&at=1ms-redirect')).toBeUndefined();
    expect(withMoment('#/lesson/first', '1ms-redirect')).toBe('#/lesson/first');
  });
});
