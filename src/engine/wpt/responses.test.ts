import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../contract';
import { allow, API, bytes, openBrowser, request } from '../testing/browser-under-test';
import { ask, ORIGIN, read } from './ask';

const answering = (headers: HeaderList, credentials: 'same-origin' | 'include' = 'same-origin') =>
  ask({ credentials }, { response: { headers: [...allow(credentials === 'include' ? ORIGIN : '*'), ...headers] } });

const SAFELISTED: [string, string][] = [
  ['Cache-Control', 'no-cache'],
  ['Content-Language', 'fr'],
  ['Content-Length', '0'],
  ['Content-Type', 'text/html'],
  ['Expires', '04 May 1988 22:22:22 GMT'],
  ['Last-Modified', '04 May 1988 22:22:22 GMT'],
  ['Pragma', 'no-cache'],
];
const OTHERS: [string, string][] = [
  ['Age', '27'],
  ['Server', 'wptServe'],
  ['Warning', 'Mind the gap'],
  ['X-Powered-By', 'a'],
];
const NEVER: [string, string][] = [
  ['Set-Cookie', 'name=value'],
  ['Set-Cookie2', 'name=value'],
];

describe('a page reads', () => {
  it.each(SAFELISTED)('%s by default', async (name, value) => {
    const { response } = await answering([[name, value]]);
    expect(response?.type).toBe('cors');
    expect(read(response, name)).toBe(value);
  });

  it.each(OTHERS)('%s only where it is exposed', async (name, value) => {
    expect(read((await answering([[name, value]])).response, name)).toBeNull();
    const exposed: HeaderList = [
      [name, value],
      ['Access-Control-Expose-Headers', name.toLowerCase()],
    ];
    expect(read((await answering(exposed)).response, name)).toBe(value);
  });

  it.each(NEVER)('%s never', async (name, value) => {
    for (const exposing of ['', name, '*']) {
      const { response, verdict } = await answering([
        [name, value],
        ['Access-Control-Expose-Headers', exposing],
      ]);
      expect([verdict, read(response, name)]).toEqual(['allowed', null]);
    }
  });

  it('values as they are: joined, empty, byte for byte', async () => {
    const { response } = await answering([
      ['Access-Control-Expose-Headers', 'X-Comma, x-empty'],
      ['access-control-expose-headers', 'x-bytes'],
      ['X-Comma', '1'],
      ['X-Comma', '2'],
      ['X-Empty', ''],
      ['X-Bytes', '\u00e2\u0080\u00a6'],
    ]);
    expect(['x-comma', 'x-empty', 'x-bytes', 'x-none'].map((name) => read(response, name))).toEqual([
      '1, 2',
      '',
      '\u00e2\u0080\u00a6',
      null,
    ]);
  });
});

describe('the wildcard in Access-Control-Expose-Headers', () => {
  const shared: HeaderList = [
    ['Access-Control-Expose-Headers', '*'],
    ['Content-Type', 'text/plain'],
    ['Test', 'X'],
    ['Set-Cookie', 'X'],
    ['*', 'whoa'],
  ];
  const NAMES = ['content-type', 'test', 'set-cookie', '*'];

  it('exposes everything but cookies without credentials', async () => {
    const { response } = await answering(shared);
    expect(NAMES.map((name) => read(response, name))).toEqual(['text/plain', 'X', null, 'whoa']);
  });

  it('is a name like any other with credentials', async () => {
    const { response } = await answering([...shared, ['Access-Control-Allow-Credentials', 'true']], 'include');
    expect(NAMES.map((name) => read(response, name))).toEqual(['text/plain', null, null, 'whoa']);
  });

  it('counts as one member of several', async () => {
    const { response } = await answering([...shared, ['Access-Control-Expose-Headers', 'set-cookie']]);
    expect(NAMES.map((name) => read(response, name))).toEqual(['text/plain', 'X', null, 'whoa']);
  });
});

describe('Access-Control-Expose-Headers exposes bb-8', () => {
  const exposing = async (values: string[]) => {
    const lines = values.map((value): [string, string] => ['Access-Control-Expose-Headers', value]);
    const { response } = await answering([...lines, ['BB-8', 'hey'], ['Content-Language', 'mkay']]);
    expect(read(response, 'content-language')).toBe('mkay');
    return read(response, 'bb-8') === 'hey';
  };

  it.each([
    [['bb-8']],
    [['BB-8']],
    [['bb-8,,']],
    [[',bb-8']],
    [['no,  bb-8\t']],
    [['bb-8', 'no']],
    [['no', 'bb-8']],
    [['', 'bb-8']],
  ])('where it says %j', async (values) => {
    expect(await exposing(values)).toBe(true);
  });

  it.each([
    [['bb-8,,@#$#%%&^&^*()()11!']],
    [['@#$#%%&^&^*()()11!,bb-8']],
    [['bb-8, no no']],
    [['bb-8', 'no no']],
    [['bb-8\u000b']],
    [['bb-8\u000c']],
    [['"bb-8"']],
    [["'bb-8'"]],
    [['"bb-8", bb-8']],
    [['bb-8;a=b']],
    [['']],
  ])('not where it says %j', async (values) => {
    expect(await exposing(values)).toBe(false);
  });
});

describe('the status of a readable answer', () => {
  it.each([
    ...[200, 201, 202, 203, 204, 205, 206, 209, 299].map((status) => ['GET', status] as const),
    ...(['POST', 'HEAD', 'PUT', 'CHICKEN'] as const).map((method) => [method, 200] as const),
    ...([['GET', 400], ['HEAD', 401], ['POST', 404], ['POST', 500]] as const), // prettier-ignore
  ])('of %s is %i, as it was sent', async (method, status) => {
    const headers = allow('*', [['Access-Control-Allow-Methods', '*']]);
    const body = status === 204 || status === 205 ? '' : 'Not today.';
    const { response } = await ask({ method }, { preflight: { headers }, response: { status, headers, body } });
    expect(response).toMatchObject({ status, statusText: 'OK' });
    const hasBody = method !== 'HEAD' && status !== 204 && status !== 205;
    expect(response?.body).toEqual(hasBody ? bytes(body) : null);
  });
});

describe('a 304 stands for the stored answer', () => {
  const stored: HeaderList = [
    ['Access-Control-Allow-Origin', '*'],
    ['Cache-Control', 'no-cache'],
    ['ETag', 'abcdef'],
    ['A', '1'],
    ['B', '1'],
  ];
  const again = async (...later: HeaderList[]) => {
    const response = { status: 200, headers: stored, body: 'Success' };
    const route: { response: { status: number; headers: HeaderList; body: string } } = { response };
    const { browser, sent } = openBrowser('standard', { [API]: route });
    const fetched = [await browser.fetch(request(API), 1)];
    for (const headers of later) {
      route.response = { status: 304, headers, body: '' };
      fetched.push(await browser.fetch(request(API), fetched.length + 1));
    }
    const asked = sent.slice(1).map(({ headers }) => headers.find(([name]) => name === 'If-None-Match')?.[1]);
    expect(asked).toEqual(later.map(() => 'abcdef'));
    return fetched.map(({ response: one, failure }) => ({
      verdict: failure?.reason ?? 'allowed',
      body: one?.body ? String.fromCharCode(...one.body) : null,
      a: read(one, 'a'),
      b: read(one, 'b'),
    }));
  };

  it('with its CORS headers, which the 304 may widen and narrow', async () => {
    const numbered = (number: string, exposed: string): HeaderList => [
      ['Access-Control-Allow-Origin', '*'],
      ['A', number],
      ['B', number],
      ['Access-Control-Expose-Headers', exposed],
    ];
    expect(await again(numbered('2', 'a, b'), numbered('3', 'a'))).toEqual([
      { verdict: 'allowed', body: 'Success', a: null, b: null },
      { verdict: 'allowed', body: 'Success', a: '2', b: '2' },
      { verdict: 'allowed', body: 'Success', a: '3', b: null },
    ]);
  });

  it('and without any of its own', async () => {
    const [, second] = await again([['A', '2']]);
    expect(second).toMatchObject({ verdict: 'allowed', body: 'Success' });
  });

  it('but may take away the right to read it', async () => {
    const [, second] = await again([['Access-Control-Allow-Origin', 'https://other.test']]);
    expect(second?.verdict).toBe('allow-origin-mismatch');
  });
});
