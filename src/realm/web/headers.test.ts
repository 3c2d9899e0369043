import { beforeEach, describe, expect, test } from 'vitest';
import { createHeaders, Headers, headerList } from './headers';
import { speakAs } from './words';

beforeEach(() => speakAs('chromium'));

describe('Headers', () => {
  test('iterate in the order of their lower-case names, with values combined', () => {
    const headers = new Headers([
      ['X-B', '1'],
      ['Accept', 'text/html'],
      ['x-b', ' 2 '],
    ]);
    expect([...headers]).toEqual([
      ['accept', 'text/html'],
      ['x-b', '1, 2'],
    ]);
  });

  test('keep the name as the code wrote it, for the wire', () => {
    expect(headerList(new Headers({ 'X-Trace-ID': '1' }))).toEqual([['X-Trace-ID', '1']]);
  });

  test('give each Set-Cookie for itself', () => {
    const headers = new Headers();
    headers.append('Set-Cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect([...headers.keys()]).toEqual(['set-cookie', 'set-cookie']);
  });

  test('set replaces in the place of the first', () => {
    const headers = new Headers([
      ['a', '1'],
      ['b', '2'],
      ['A', '3'],
    ]);
    headers.set('a', '4');
    expect(headerList(headers)).toEqual([
      ['a', '4'],
      ['b', '2'],
    ]);
  });

  test.each([
    [() => new Headers({ 'a b': '1' }), "Failed to construct 'Headers': Invalid name"],
    [() => new Headers().append('a', 'x\ny'), "Failed to execute 'append' on 'Headers': Invalid value"],
    [() => new Headers([['a']]), "Failed to construct 'Headers': Invalid value"],
    [() => new Headers().get(), "Failed to execute 'get' on 'Headers': 1 argument required, but only 0 present."],
    [
      () => new Headers().set('a', '✓'),
      "Failed to execute 'set' on 'Headers': String contains non ISO-8859-1 code point.",
    ],
  ])('refuse in the words of the browser (%#)', (action, message) => {
    expect(action).toThrow(new TypeError(message));
  });

  test('speak as Firefox does where the browser is Firefox', () => {
    speakAs('firefox');
    expect(() => new Headers({ 'A b': '1' })).toThrow('Headers constructor: a b is an invalid header name.');
  });
});

describe('Headers made of other Headers', () => {
  test('take them as any iterable: names in lower case, values of one name together', () => {
    const given = new Headers([
      ['X-B', '1'],
      ['X-A', '2'],
      ['x-b', '3'],
    ]);
    expect(headerList(new Headers(given))).toEqual([
      ['x-a', '2'],
      ['x-b', '1, 3'],
    ]);
  });
});

describe('the guard', () => {
  test('request: forbidden names are dropped in silence', () => {
    const headers = createHeaders([], 'request');
    headers.set('Origin', 'https://evil.example');
    headers.append('Sec-Fetch-Mode', 'x');
    headers.append('X-HTTP-Method-Override', 'TRACE');
    headers.append('X-HTTP-Method-Override', 'PUT');
    expect(headerList(headers)).toEqual([['X-HTTP-Method-Override', 'PUT']]);
  });

  test('request-no-cors: only safelisted names and values stay', () => {
    const headers = createHeaders([], 'request-no-cors');
    headers.set('Content-Type', 'application/json');
    headers.set('Accept', 'text/html');
    headers.append('Accept', 'x'.repeat(130));
    headers.set('X-Token', '1');
    expect(headerList(headers)).toEqual([['Accept', 'text/html']]);
  });

  test('response: Set-Cookie cannot be written', () => {
    const headers = createHeaders([], 'response');
    headers.set('Set-Cookie', 'a=1');
    expect(headerList(headers)).toEqual([]);
  });

  test('immutable: nothing can be written', () => {
    const headers = createHeaders([['a', '1']], 'immutable');
    expect(() => headers.delete('a')).toThrow("Failed to execute 'delete' on 'Headers': Headers are immutable");
    expect(headers.get('A')).toBe('1');
  });
});
