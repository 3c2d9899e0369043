import { describe, expect, it } from 'vitest';
import { CHROMIUM } from '../profiles/chromium';
import { FIREFOX } from '../profiles/firefox';
import { WEBKIT } from '../profiles/webkit';
import {
  breachOf,
  corsUnsafeRequestHeaderNames,
  isSafelistedRequestHeaderValue,
  STANDARD_SAFELIST,
  type SafelistRules,
} from './safelisted-headers';

const safe = (name: string, values: string[]) => values.filter((value) => isSafelistedRequestHeaderValue(name, value));

describe('a CORS-safelisted Content-Type', () => {
  it('is one of three types, whatever its parameters', () => {
    const values = ['text/plain', 'TEXT/PLAIN', ' text/plain ;charset', 'text/plain;garbage', 'multipart/form-data'];
    expect(safe('content-type', values)).toEqual(values);
  });

  it('is no other type, no list and no broken one', () => {
    const values = [
      'application/json',
      'text /plain',
      'text',
      '',
      'text/plain,',
      'text/plain, text/plain',
      'text/plain\u000b',
    ];
    expect(safe('content-type', values)).toEqual([]);
  });

  it('is at most 128 bytes long', () => {
    const prefix = 'text/plain;';
    expect(safe('content-type', [prefix.padEnd(128, 'a'), prefix.padEnd(129, 'a')])).toEqual([prefix.padEnd(128, 'a')]);
  });
});

describe('a CORS-safelisted Range', () => {
  it('is one range with a start, in lower case and without whitespace', () => {
    const good = ['bytes=100-200', 'bytes=200-', 'bytes=0-0'];
    const bad = ['bytes=-5', 'bytes=200-100', 'bytes=0-1,5-6', 'bytes= 0-', 'Bytes=0-', 'items=0-5', 'bytes=+0-'];
    expect(safe('range', [...good, ...bad])).toEqual(good);
  });
});

describe('a position in Range', () => {
  const largest = (rules: SafelistRules) =>
    [62n, 63n, 64n, 65n].flatMap((power) =>
      [2n ** power - 2n, 2n ** power - 1n].filter((position) =>
        [`bytes=${position}-`, `bytes=0-${position}`].every((value) => breachOf('range', value, rules) === null),
      ),
    );

  it('is less than 2⁶³ - 1 in Chromium, and 2⁶⁴ in Firefox and WebKit', () => {
    expect(largest(CHROMIUM.safelist).at(-1)).toBe(2n ** 63n - 2n);
    expect(largest(FIREFOX.safelist).at(-1)).toBe(2n ** 64n - 1n);
    expect(largest(WEBKIT.safelist).at(-1)).toBe(2n ** 64n - 1n);
    expect(largest(STANDARD_SAFELIST).at(-1)).toBe(2n ** 65n - 1n);
  });
});

describe('a Content-Type that ends with a semicolon', () => {
  it('is unsafe in Firefox, unless it is the only one', () => {
    const values = ['text/plain;', 'text/plain;;', 'text/plain; ;', 'text/plain;a=b;', 'text/plain;;a=b'];
    const safeIn = (rules: SafelistRules) => values.filter((value) => breachOf('content-type', value, rules) === null);
    expect(safeIn(FIREFOX.safelist)).toEqual(['text/plain;', 'text/plain;;a=b']);
    expect(safeIn(CHROMIUM.safelist)).toEqual(values);
  });
});

describe('the other CORS-safelisted request-headers', () => {
  it('refuse unsafe bytes', () => {
    expect(safe('accept', ['*/*', 'a/b;q=0.5', 'text/html;q="1"', 'a(b)', 'a\u007f'])).toEqual(['*/*', 'a/b;q=0.5']);
    expect(safe('accept-language', ['en-GB,en;q=0.5', 'en_GB', 'a/b'])).toEqual(['en-GB,en;q=0.5']);
  });
});

describe('the CORS-unsafe request-header names', () => {
  it('are sorted, in lower case, each once', () => {
    const headers: [string, string][] = [
      ['X-B', '1'],
      ['x-a', '1'],
      ['X-b', '2'],
      ['Accept', '*/*'],
    ];
    expect(corsUnsafeRequestHeaderNames(headers, STANDARD_SAFELIST, false)).toEqual(['x-a', 'x-b']);
  });

  it('judge a repeated header by its combined value, or, in Firefox, value by value', () => {
    const headers: [string, string][] = [
      ['Content-Type', 'text/plain'],
      ['Content-Type', 'text/plain'],
    ];
    expect(corsUnsafeRequestHeaderNames(headers, STANDARD_SAFELIST, false)).toEqual(['content-type']);
    expect(corsUnsafeRequestHeaderNames(headers, { ...STANDARD_SAFELIST, judgesEachValue: true }, true)).toEqual([]);
  });
});
