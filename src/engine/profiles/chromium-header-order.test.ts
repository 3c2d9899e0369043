import { describe, expect, it } from 'vitest';
import { headerMapOrder } from './chromium-header-order';
import { rapidhash } from './rapidhash';

const first = (names: string[]) => {
  const wanted = names.map((name) => name.toLowerCase());
  return headerMapOrder(names, true, true).find((name) => wanted.includes(name));
};

describe('the order of Blink’s header map', () => {
  it('puts first what Chromium 156 was seen to name', () => {
    expect(first(['X-B', 'X-A'])).toBe('x-a');
    expect(first(['X-C', 'X-B', 'X-A'])).toBe('x-c');
    expect(first(['X-1', 'X-2', 'X-3', 'X-4', 'X-5'])).toBe('x-2');
    expect(first(['Foo', 'Bar', 'Baz', 'Qux'])).toBe('baz');
    expect(first(['Authorization', 'Content-Type', 'X-Requested-With'])).toBe('authorization');
    expect(first(['X-Api-Key', 'X-Request-Id', 'X-Trace'])).toBe('x-trace');
  });

  it('is the order that was seen on the wire', () => {
    expect(headerMapOrder(['Content-Type', 'X-A'], true, true)).toEqual([
      'sec-ch-ua-platform',
      'user-agent',
      'sec-ch-ua',
      'content-type',
      'x-a',
      'sec-ch-ua-mobile',
    ]);
  });

  it('does not depend on the order in which fetch() is given the headers', () => {
    expect(headerMapOrder(['X-5', 'X-1', 'X-3'], true, false)).toEqual(
      headerMapOrder(['X-1', 'X-3', 'X-5'], true, false),
    );
  });
});

describe('rapidhash', () => {
  it('gives a 64-bit number for names of any length', () => {
    for (let length = 0; length < 60; length += 1) {
      const hash = rapidhash('a'.repeat(length));
      expect(hash >= 0n && hash < 1n << 64n).toBe(true);
    }
  });
});
