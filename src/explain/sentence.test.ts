import { expect, it } from 'vitest';
import { plain, say } from './sentence';

it('sets what is put into a sentence as a value, and leaves words that are put into it words', () => {
  const many = say`${'PUT'} and ${'DELETE'}`;
  const sentence = say`${many} need ${['a preflight']}, ${2} times.`;
  expect(sentence).toEqual([
    { code: 'PUT' },
    ' and ',
    { code: 'DELETE' },
    ' need ',
    'a preflight',
    ', ',
    { code: '2' },
    ' times.',
  ]);
  expect(plain(sentence)).toBe('PUT and DELETE need a preflight, 2 times.');
});
