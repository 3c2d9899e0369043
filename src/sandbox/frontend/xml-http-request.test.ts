import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '@/realm/web';
import { runPage } from '../testing/open-page';

const LOG_EVENTS = `
  const log = (who, target) => {
    for (const type of ['loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend', 'readystatechange']) {
      target['on' + type] = (event) => console.log(who, type, xhr.readyState, event.loaded ?? '', event.total ?? '');
    }
  };`;

describe('XMLHttpRequest', () => {
  test('goes through its states and events in order', async () => {
    const { lines, requests } = await runPage(
      `const xhr = new XMLHttpRequest(); ${LOG_EVENTS} log('xhr', xhr);
       xhr.open('get', '/users');
       xhr.send('ignored');
       xhr.addEventListener('load', () => console.log(xhr.status, xhr.statusText, xhr.responseText, xhr.responseURL));`,
      () => ({ body: 'hello', headers: [['content-length', '5']] }),
    );
    expect(lines).toEqual([
      'xhr readystatechange 1  ',
      'xhr loadstart 1 0 0',
      'xhr readystatechange 2  ',
      'xhr readystatechange 3  ',
      'xhr progress 3 5 5',
      'xhr readystatechange 4  ',
      'xhr load 4 5 5',
      '200 OK hello https://app.example.com/users',
      'xhr loadend 4 5 5',
    ]);
    expect(requests).toMatchObject([
      { initiator: 'xhr', method: 'GET', body: null, useCorsPreflight: false, mode: 'cors' },
    ]);
  });

  test('a failure is an error event with nothing to read', async () => {
    const { lines } = await runPage(
      `const xhr = new XMLHttpRequest(); ${LOG_EVENTS}
       xhr.open('GET', 'https://api.example.com/'); log('xhr', xhr); xhr.send();
       xhr.addEventListener('error', () => console.log(xhr.status, xhr.responseText === '', xhr.getAllResponseHeaders() === ''));`,
      () => null,
    );
    expect(lines).toEqual([
      'xhr loadstart 1 0 0',
      'xhr readystatechange 4  ',
      'xhr error 4 0 0',
      '0 true true',
      'xhr loadend 4 0 0',
    ]);
  });

  test('a listener on upload asks for a preflight and hears of the upload', async () => {
    const { lines, requests } = await runPage(
      `const xhr = new XMLHttpRequest(); ${LOG_EVENTS} log('upload', xhr.upload);
       xhr.open('POST', '/x'); xhr.send('abc');`,
    );
    expect(requests[0]?.useCorsPreflight).toBe(true);
    expect(lines).toEqual([
      'upload loadstart 1 0 3',
      'upload progress 1 3 3',
      'upload load 1 3 3',
      'upload loadend 1 3 3',
    ]);
  });

  test('headers are combined, and forbidden ones refused in the console', async () => {
    const { requests, browserLines } = await runPage(`
      const xhr = new XMLHttpRequest(); xhr.open('POST', '/x');
      xhr.setRequestHeader('X-A', '1'); xhr.setRequestHeader('x-a', '2'); xhr.setRequestHeader('Origin', 'https://e.example');
      xhr.setRequestHeader('Content-Type', 'text/css;charset=latin1');
      xhr.withCredentials = true; xhr.send('é');`);
    expect(requests[0]).toMatchObject({
      credentials: 'include',
      headers: [
        ['X-A', '1, 2'],
        ['Content-Type', 'text/css;charset=UTF-8'],
      ],
    });
    expect(decodeUtf8(requests[0]?.body ?? new Uint8Array())).toBe('é');
    expect(browserLines).toEqual(['Refused to set unsafe header "Origin"']);
  });

  test('a header that is none is told as refused: no request comes of it', async () => {
    const { effects, requests } = await runPage(
      `const xhr = new XMLHttpRequest(); xhr.open('PUT', '/x');
       try { xhr.setRequestHeader('bad name', '1'); xhr.send(); } catch {}`,
    );
    const message =
      "Failed to execute 'setRequestHeader' on 'XMLHttpRequest': 'bad name' is not a valid HTTP header field name.";
    const refused = { type: 'refused', initiator: 'xhr', method: 'PUT', error: { name: 'SyntaxError', message } };
    expect(effects).toContainEqual(expect.objectContaining(refused));
    expect(requests).toEqual([]);
  });

  test.each([
    ['chromium' as const, ['Refused to get unsafe header "X-Secret"']],
    ['firefox' as const, []],
  ])('asking for a header that is not exposed, in %s', async (browser, expected) => {
    const { lines, browserLines } = await runPage(
      `const xhr = new XMLHttpRequest(); xhr.open('GET', 'https://api.example.com/');
       xhr.onload = () => {
         console.log(xhr.getResponseHeader('X-Secret'), xhr.getResponseHeader('Content-TYPE'), xhr.getResponseHeader('Expires'));
         console.log(xhr.getAllResponseHeaders());
       };
       xhr.send();`,
      () => ({
        headers: [
          ['content-type', 'a/b'],
          ['X-Open', '1'],
          ['x-open', '2'],
        ],
      }),
      { browser },
    );
    expect(lines).toEqual(['null a/b null', 'content-type: a/b\r\nx-open: 1, 2\r\n']);
    expect(browserLines).toEqual(expected);
  });

  test('responseType decides what response is', async () => {
    const { lines } = await runPage(
      `for (const type of ['json', 'arraybuffer', 'blob', 'text']) {
         const xhr = new XMLHttpRequest(); xhr.open('GET', '/x'); xhr.responseType = type;
         xhr.onload = () => console.log(type, xhr.response);
         xhr.send();
       }`,
      () => ({ body: '{"a":1}', headers: [['content-type', 'application/json']] }),
    );
    expect(lines).toEqual([
      'json {a: 1}',
      'arraybuffer ArrayBuffer(7)',
      "blob Blob {size: 7, type: 'application/json'}",
      'text {"a":1}',
    ]);
  });

  test('timeout goes by the simulated clock', async () => {
    const { lines, effects } = await runPage(
      `const xhr = new XMLHttpRequest(); xhr.open('GET', '/slow'); xhr.timeout = 3000;
       xhr.ontimeout = () => console.log('timeout', performance.now(), xhr.readyState); xhr.send();`,
      () => ({ after: 60_000 }),
    );
    expect(lines).toEqual(['timeout 3000 4']);
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'abort', error: expect.objectContaining({ name: 'TimeoutError' }) }),
    );
  });

  test('abort() ends what is under way', async () => {
    const { lines } = await runPage(
      `const xhr = new XMLHttpRequest(); ${LOG_EVENTS} xhr.open('GET', '/slow'); xhr.send(); log('xhr', xhr);
       setTimeout(() => { xhr.abort(); console.log(xhr.readyState); }, 5);`,
      () => ({ after: 60_000 }),
    );
    expect(lines).toEqual(['xhr readystatechange 4  ', 'xhr abort 4 0 0', 'xhr loadend 4 0 0', '0']);
  });

  test.each([
    [`xhr.send()`, 'InvalidStateError'],
    [`xhr.setRequestHeader('a', 'b')`, 'InvalidStateError'],
    [`xhr.open('a b', '/')`, 'SyntaxError'],
    [`xhr.open('TRACE', '/')`, 'SecurityError'],
    [`xhr.open('GET', 'http://')`, 'SyntaxError'],
    [`xhr.open('GET', '/'); xhr.setRequestHeader('a b', '1')`, 'SyntaxError'],
    [`xhr.open('GET', '/'); xhr.send(); xhr.withCredentials = true`, 'InvalidStateError'],
    [`xhr.responseType = 'json'; xhr.responseText`, 'InvalidStateError'],
  ])('%s throws %s', async (action, name) => {
    const { lines } = await runPage(
      `const xhr = new XMLHttpRequest(); try { ${action} } catch (error) { console.log(error.name, error instanceof DOMException) }`,
    );
    expect(lines).toEqual([`${name} true`]);
  });

  test('synchronous requests are refused by name', async () => {
    const { lines } = await runPage(
      `try { new XMLHttpRequest().open('GET', '/', false) } catch (error) { console.log(error.message) }`,
    );
    expect(lines).toEqual(['Synchronous XMLHttpRequest, open(method, url, false), is not offered by this playground.']);
  });
});
