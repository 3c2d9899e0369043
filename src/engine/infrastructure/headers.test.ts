import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  getDecodeAndSplit,
  getHeader,
  isForbiddenRequestHeader,
  isHeaderValue,
  isNoCorsSafelistedRequestHeader,
  normalizeHeaderValue,
  sortAndCombine,
} from './headers';

describe('header values', () => {
  it('are normalized into header values, whatever bytes they hold but NUL, CR and LF', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          expect(isHeaderValue(normalizeHeaderValue(text))).toBe(true);
        },
      ),
    );
  });

  it('may not hold a line break or anything beyond a byte', () => {
    expect(['a\nb', 'a\rb', 'a\0b', '\u2713', ' a', 'a\t'].filter(isHeaderValue)).toEqual([]);
  });

  it('split at commas, but not in quoted strings', () => {
    expect(getDecodeAndSplit('a, "b, c" ,, d')).toEqual(['a', '"b, c"', '', 'd']);
    expect(getDecodeAndSplit('"a\\", b", c')).toEqual(['"a\\", b"', 'c']);
  });

  it('come apart as they were joined when no member has a comma or a quote', () => {
    const member = fc.stringMatching(/^[a-z0-9;=]{0,8}$/);
    fc.assert(
      fc.property(fc.array(member, { minLength: 1 }), (members) => {
        expect(getDecodeAndSplit(members.join(', '))).toEqual(members);
      }),
    );
  });
});

describe('header lists', () => {
  it('give all values of a name, whatever its case', () => {
    expect(
      getHeader(
        [
          ['X-A', '1'],
          ['x-b', '2'],
          ['x-a', '3'],
        ],
        'x-A',
      ),
    ).toBe('1, 3');
    expect(getHeader([], 'x-a')).toBeNull();
  });

  it('are sorted and combined, Set-Cookie apart', () => {
    const list: [string, string][] = [
      ['X-B', '1'],
      ['Set-Cookie', 'a'],
      ['X-A', '2'],
      ['set-cookie', 'b'],
      ['x-b', '3'],
    ];
    expect(sortAndCombine(list)).toEqual([
      ['set-cookie', 'a'],
      ['set-cookie', 'b'],
      ['x-a', '2'],
      ['x-b', '1, 3'],
    ]);
  });
});

describe('forbidden request headers', () => {
  it('are the listed names, the prefixes, and method overrides to a forbidden method', () => {
    const forbidden = [
      ['Cookie', ''],
      ['Sec-Foo', '1'],
      ['Proxy-Foo', '1'],
      ['X-HTTP-Method-Override', 'get, TRACE'],
    ];
    const allowed = [
      ['Authorization', ''],
      ['X-HTTP-Method', 'PUT'],
      ['User-Agent', 'mine'],
      ['Security', '1'],
    ];
    expect(forbidden.every(([name = '', value = '']) => isForbiddenRequestHeader(name, value))).toBe(true);
    expect(allowed.some(([name = '', value = '']) => isForbiddenRequestHeader(name, value))).toBe(false);
  });
});

describe('no-CORS-safelisted request-headers', () => {
  it('are four names with safelisted values', () => {
    expect(isNoCorsSafelistedRequestHeader('Content-Type', 'text/plain')).toBe(true);
    expect(isNoCorsSafelistedRequestHeader('Content-Type', 'application/json')).toBe(false);
    expect(isNoCorsSafelistedRequestHeader('Range', 'bytes=0-')).toBe(false);
  });
});
