import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withTerms } from './terms';

const text = (parts: ReturnType<typeof withTerms<{ code: string }>>) =>
  parts.map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text)).join('');

it('links each term once, the longest name that fits, and leaves values alone', () => {
  expect(withTerms(['An opaque origin is no origin. ', { code: 'origin' }, ' The origin.'])).toEqual([
    'An ',
    { text: 'opaque origin', href: '#/glossary/opaque-origin' },
    ' is no ',
    { text: 'origin', href: '#/glossary/origin' },
    '. ',
    { code: 'origin' },
    ' The origin.',
  ]);
});

it('never changes a letter', () => {
  const words = fc.constantFrom('origin', 'CORS', 'preflight', 'cookies', 'a', ' ', '-', '.', 'x');
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      expect(text(withTerms(parts))).toBe(parts.join(''));
    }),
  );
});
