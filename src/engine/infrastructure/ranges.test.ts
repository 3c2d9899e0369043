import { describe, expect, it } from 'vitest';
import { normalizeRange } from './ranges';

describe('a Range that the cache has read', () => {
  it.each([
    ['Bytes=0-1', 'bytes=0-1'],
    ['bytes = 0 - 1', 'bytes=0-1'],
    ['bytes=05-', 'bytes=5-'],
    ['bytes=+1-5', 'bytes=1-5'],
    ['bytes=-05', 'bytes=-5'],
  ])('is written anew: %s', (value, expected) => {
    expect(normalizeRange(value)).toBe(expected);
  });

  it.each(['bytes=0-1,3-4', 'bytes=5-2', 'items=0-1', 'bytes=-', 'bytes', ''])('stays: %s', (value) => {
    expect(normalizeRange(value)).toBe(value);
  });
});
