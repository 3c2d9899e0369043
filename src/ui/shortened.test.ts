import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortened } from './shortened';

it('leaves a value of ordinary length as it is', () => {
  expect(shortened('https://app.example.com')).toBe('https://app.example.com');
});

it('never gets longer than a line of a sentence, and keeps both ends', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 65, maxLength: 5000 }), (text) => {
      const short = shortened(text);
      expect(Array.from(short).length).toBeLessThanOrEqual(64);
      const [head, tail] = [Array.from(short).slice(0, 40).join(''), Array.from(short).slice(-18).join('')];
      expect([text.startsWith(head), text.endsWith(tail)]).toEqual([true, true]);
    }),
  );
});
