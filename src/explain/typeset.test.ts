import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Match } from './match';
import { plain } from './sentence';
import { typeset } from './typeset';

const pair = (left: string | null, right: string | null): Match => ({
  kind: 'pair',
  holds: false,
  sign: '≠',
  left: { label: 'Request is from', value: left, absent: 'none' },
  right: { label: 'Answer allows', value: right, absent: 'missing' },
});

it('sets compared values, addresses and header names as code', () => {
  const sentence = 'CORS check failed: Access-Control-Allow-Origin is null, and the origin is https://a.example.';
  expect(typeset({ sentence, match: pair('https://a.example', 'null') })).toEqual([
    'CORS check failed: ',
    { code: 'Access-Control-Allow-Origin' },
    ' is ',
    { code: 'null' },
    ', and the origin is ',
    { code: 'https://a.example' },
    '.',
  ]);
});

it('leaves a value alone where it is only a piece of a word', () => {
  expect(typeset({ sentence: 'The GET is no GETTER.', match: pair('GET', null) })).toEqual([
    'The ',
    { code: 'GET' },
    ' is no GETTER.',
  ]);
});

it('never changes a letter', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (sentence, left, right) => {
      expect(plain(typeset({ sentence, match: pair(left, right) }))).toBe(sentence);
    }),
  );
});
