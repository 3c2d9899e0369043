import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '@/realm/web';
import { runPage } from '../testing/open-page';

const CLASSIC = `fetch('https://api.example.com/users')
  .then((response) => response.json())
  .then((data) => console.log(data))
  .catch((error) => console.error('CORS error:', error));`;

describe('fetch()', () => {
  test('the classic snippet prints the users', async () => {
    const { lines, requests, effects } = await runPage(CLASSIC, () => ({ body: '[{"id":1,"name":"Ada"}]' }));
    expect(lines).toEqual(["[{id: 1, name: 'Ada'}]"]);
    expect(requests).toMatchObject([
      {
        initiator: 'fetch',
        method: 'GET',
        url: 'https://api.example.com/users',
        mode: 'cors',
        credentials: 'same-origin',
      },
    ]);
    expect(effects.find(({ type }) => type === 'fetch')).toMatchObject({ line: 1 });
    expect(effects).toContainEqual({ type: 'settled' });
  });

  test('the classic snippet catches the failure', async () => {
    const { effects } = await runPage(CLASSIC, () => null);
    expect(effects).toContainEqual({
      type: 'console',
      level: 'error',
      text: 'CORS error: TypeError: Failed to fetch',
      line: 4,
    });
  });

  test('URLs are relative to the page', async () => {
    const { requests } = await runPage(`fetch('users?x=1'); fetch('/y'); fetch(new URL('//b.example/z', location))`);
    expect(requests.map(({ url }) => url)).toEqual([
      'https://app.example.com/dir/users?x=1',
      'https://app.example.com/y',
      'https://b.example/z',
    ]);
  });

  test('the request is as init says, without what is forbidden', async () => {
    const { requests } = await runPage(`
      fetch('/x', {
        method: 'put', mode: 'cors', credentials: 'include', cache: 'no-store', redirect: 'manual', referrer: '',
        referrerPolicy: 'origin', integrity: 'sha256-x', keepalive: true, body: JSON.stringify({ a: 'é' }),
        headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example', 'X-Trace': ' 1 ' },
      })`);
    expect({ ...requests[0], body: decodeUtf8(requests[0]?.body ?? new Uint8Array()) }).toEqual({
      initiator: 'fetch',
      destination: '',
      method: 'PUT',
      url: 'https://app.example.com/x',
      mode: 'cors',
      credentials: 'include',
      cache: 'no-store',
      redirect: 'manual',
      referrer: 'no-referrer',
      referrerPolicy: 'origin',
      integrity: 'sha256-x',
      keepalive: true,
      useCorsPreflight: false,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Trace', '1'],
      ],
      body: '{"a":"é"}',
    });
  });

  test('patch stays as it was written', async () => {
    const { requests } = await runPage(`fetch('/x', { method: 'patch' }); fetch('/x', { method: 'delete' })`);
    expect(requests.map(({ method }) => method)).toEqual(['patch', 'DELETE']);
  });

  test('a native app may set every header', async () => {
    const code = `fetch('/x', { headers: { Origin: 'https://any.example', Cookie: 'a=1' } })`;
    const { requests } = await runPage(code, undefined, { unrestricted: true });
    expect(requests[0]?.headers).toEqual([
      ['Origin', 'https://any.example'],
      ['Cookie', 'a=1'],
    ]);
  });

  test.each([
    [`'text'`, 'text/plain;charset=UTF-8', 'text'],
    [`new URLSearchParams({ a: '1 2' })`, 'application/x-www-form-urlencoded;charset=UTF-8', 'a=1+2'],
    [`new Blob(['x'], { type: 'text/css' })`, 'text/css', 'x'],
    [`new Uint8Array([65])`, undefined, 'A'],
  ])('the body %s gives the Content-Type %s', async (body, type, bytes) => {
    const { requests } = await runPage(`fetch('/x', { method: 'POST', body: ${body} })`);
    expect(new Map(requests[0]?.headers).get('Content-Type')).toBe(type);
    expect(decodeUtf8(requests[0]?.body ?? new Uint8Array())).toBe(bytes);
  });

  test('a Request can be fetched, and is used up by it', async () => {
    const { lines, requests } = await runPage(`
      const request = new Request('/x', { method: 'POST', body: 'a', headers: { 'X-A': '1' } });
      const copy = request.clone();
      await fetch(request, { headers: { 'X-B': '2' } });
      console.log(request.bodyUsed, copy.bodyUsed, await copy.text());
      await fetch(request).catch((error) => console.log(error.name));`);
    expect(lines).toEqual(['true false a', 'TypeError']);
    expect(requests).toHaveLength(1);
    // The headers of init take the place of all headers of the request, Content-Type too.
    expect(requests[0]?.headers).toEqual([['X-B', '2']]);
  });

  test('what the code gets is what it may see', async () => {
    const { lines } = await runPage(
      `const r = await fetch('/x');
       console.log(r.ok, r.status, r.statusText, r.type, r.url, r.redirected, r.bodyUsed, [...r.headers]);
       try { r.headers.set('a', '1'); } catch (error) { console.log(error.message); }
       console.log(await r.text(), r.bodyUsed);`,
      () => ({
        status: 404,
        statusText: 'Not Found',
        body: 'né',
        headers: [
          ['X-B', '1'],
          ['a', '2'],
        ],
        redirected: true,
      }),
    );
    expect(lines).toEqual([
      "false 404 Not Found cors https://app.example.com/x true false (2) [(2) ['a', '2'], (2) ['x-b', '1']]",
      "Failed to execute 'set' on 'Headers': Headers are immutable",
      'né true',
    ]);
  });
});

describe('a request that cannot be made', () => {
  test.each([
    [
      `fetch('http://user:pass@x.example/')`,
      'Request cannot be constructed from a URL that includes credentials: http://user:pass@x.example/',
    ],
    [`fetch('http://')`, 'Failed to parse URL from http://'],
    [`fetch('/x', { mode: 'no-cors', method: 'PUT' })`, "'PUT' is unsupported in no-cors mode."],
    [`fetch('/x', { method: 'TRACE' })`, "'TRACE' HTTP method is unsupported."],
    [`fetch('/x', { method: 'a b' })`, "'a b' is not a valid HTTP method."],
    [`fetch('/x', { body: 'x' })`, 'Request with GET/HEAD method cannot have body.'],
    [
      `fetch('/x', { mode: 'navigate' })`,
      "Cannot construct a Request with a RequestInit whose mode member is set as 'navigate'.",
    ],
    [`fetch('/x', { cache: 'only-if-cached' })`, "'only-if-cached' can be set only with 'same-origin' mode"],
    [`fetch('/x', { headers: { 'a b': '1' } })`, 'Invalid name'],
    [
      `fetch('/x', { credentials: 'yes' })`,
      "Failed to read the 'credentials' property from 'RequestInit': The provided value 'yes' is not a valid enum value of type RequestCredentials.",
    ],
  ])('%s rejects with the words of Chromium and is told as refused', async (call, words) => {
    const { lines, effects, requests } = await runPage(
      `await ${call}.catch((error) => console.log(error.name, error.message))`,
    );
    const message = `Failed to execute 'fetch' on 'Window': ${words}`;
    expect(lines).toEqual([`TypeError ${message}`]);
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'refused', initiator: 'fetch', error: { name: 'TypeError', message }, line: 1 }),
    );
    expect(requests).toEqual([]);
  });

  test('new Request speaks for itself, and in the words of the chosen browser', async () => {
    const { lines } = await runPage(
      `try { new Request('/x', { method: 'TRACE' }) } catch (error) { console.log(error) }`,
      undefined,
      { browser: 'firefox' },
    );
    expect(lines).toEqual(['TypeError: Request constructor: Invalid request method TRACE.']);
  });
});

describe('aborting', () => {
  test('rejects with the reason of the signal, and tells the simulation', async () => {
    const { lines, effects } = await runPage(
      `const controller = new AbortController();
       setTimeout(() => controller.abort(), 10);
       await fetch('/slow', { signal: controller.signal }).catch((error) => {
         console.log(String(error), error instanceof DOMException, performance.now());
       });`,
      () => ({ after: 1000 }),
    );
    expect(lines).toEqual(['AbortError: signal is aborted without reason true 10']);
    expect(effects).toContainEqual({
      type: 'abort',
      id: expect.any(Number),
      error: { name: 'AbortError', message: 'signal is aborted without reason' },
    });
  });

  test('AbortSignal.timeout goes by the simulated clock', async () => {
    const { lines, effects } = await runPage(
      `await fetch('/slow', { signal: AbortSignal.timeout(5000) }).catch((error) => console.log(error.name, performance.now()))`,
      () => ({ after: 60_000 }),
    );
    expect(lines).toEqual(['TimeoutError 5000']);
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'abort', error: { name: 'TimeoutError', message: 'signal timed out' } }),
    );
  });

  test('an aborted signal keeps the request from starting', async () => {
    const { lines, requests } = await runPage(
      `await fetch('/x', { signal: AbortSignal.any([AbortSignal.abort('enough')]) }).catch((reason) => console.log(reason))`,
    );
    expect(lines).toEqual(['enough']);
    expect(requests).toEqual([]);
  });
});
