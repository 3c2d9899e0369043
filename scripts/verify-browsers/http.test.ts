import fc from 'fast-check';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader';
import { readRequest, writeResponse, type ServedResponse } from './http';

const REQUESTS =
  'POST /a HTTP/1.1\r\nHost: a.test\r\nContent-Length: 3\r\n\r\nabc' +
  'PUT /b HTTP/1.1\r\nX-A:  1 \r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n' +
  'GET /c HTTP/1.1\r\n\r\n';

const written = (method: string, response: ServedResponse): string => {
  const socket = new PassThrough();
  writeResponse(socket, method, response);
  return String(socket.read());
};

describe('reading requests', () => {
  it('gives the same requests however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: REQUESTS.length }), { maxLength: 8 }), async (cuts) => {
        const socket = new PassThrough();
        const reader = new ByteReader(socket);
        let from = 0;
        for (const cut of [...cuts.sort((one, other) => one - other), REQUESTS.length]) {
          socket.write(REQUESTS.slice(from, cut));
          from = cut;
        }
        socket.end();
        expect(await readRequest(reader)).toMatchObject({ method: 'POST', target: '/a', body: 'abc' });
        expect(await readRequest(reader)).toMatchObject({
          target: '/b',
          headers: [
            ['X-A', '1'],
            ['Transfer-Encoding', 'chunked'],
          ],
          body: 'hello',
        });
        expect(await readRequest(reader)).toMatchObject({ method: 'GET', target: '/c', body: '' });
        expect(await readRequest(reader)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});

describe('writing a response', () => {
  it('sends headers as written, repeats and case included, and adds the length', () => {
    const headers: [string, string][] = [
      ['access-Control-allow-Origin', '*'],
      ['Access-Control-Allow-Origin', ' null '],
    ];
    expect(written('GET', { status: 200, headers, body: 'é' })).toBe(
      'HTTP/1.1 200 OK\r\naccess-Control-allow-Origin: *\r\nAccess-Control-Allow-Origin:  null \r\nContent-Length: 2\r\n\r\né',
    );
  });

  it.each([
    ['HEAD', 200, 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n'],
    ['GET', 204, 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['GET', 304, 'HTTP/1.1 304 Not Modified\r\n\r\n'],
  ])('sends no body for %s with %i', (method, status, text) => {
    expect(written(method, { status, headers: [], body: 'x' })).toBe(text);
  });
});
