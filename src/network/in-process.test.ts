import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '@/engine';
import type { ServerReply } from './contract';
import { createInProcessWire } from './in-process';

const request = (change: Partial<HttpRequest> = {}): HttpRequest => ({
  kind: 'actual',
  method: 'GET',
  url: 'https://api.example.com:8443/users/%C3%A9?page=2',
  headers: [
    ['Origin', 'https://app.example.com'],
    ['Cookie', 'sid=\xe9'],
  ],
  body: null,
  ...change,
});

const reply: ServerReply = {
  ok: true,
  response: {
    status: 302,
    statusText: 'Found',
    headers: [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ],
    body: new Uint8Array([0, 255]),
  },
  source: { line: 3, headers: [{ name: 'Set-Cookie', line: 2 }] },
  route: 1,
};

describe('the wire in process', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'patch', 'DELETE', 'CHICKEN', 'TRACE'])(
    'carries a %s request and its reply unchanged',
    async (method) => {
      const sent = request({ method, body: method === 'POST' ? new Uint8Array([1, 2, 200]) : null });
      const seen: [HttpRequest, number][] = [];
      const run = createInProcessWire().open((arrived, exchange) => {
        seen.push([arrived, exchange]);
        return Promise.resolve(reply);
      });
      expect(await run.send(sent, 5)).toEqual(reply);
      expect(seen).toEqual([[sent, 5]]);
    },
  );

  it.each(['/100%', '/caf%E9', '/%zz?%'])('carries the path %s, which does not decode', async (path) => {
    const sent = request({ url: `https://api.example.com${path}` });
    const seen: string[] = [];
    const run = createInProcessWire().open(({ url }) => {
      seen.push(url);
      return Promise.resolve(reply);
    });
    expect(await run.send(sent, 5)).toEqual(reply);
    expect(seen).toEqual([sent.url]);
  });

  it('carries a connection that was closed', async () => {
    const run = createInProcessWire().open(() => Promise.resolve({ ok: false, route: 2 }));
    expect(await run.send(request(), 0)).toEqual({ ok: false, route: 2 });
  });

  it('keeps runs and exchanges apart that are under way at once', async () => {
    const wire = createInProcessWire();
    const answered = (name: string) =>
      wire.open((_, exchange) => Promise.resolve({ ok: false, route: name.length + exchange }));
    const [one, other] = [answered('one'), answered('other')];
    expect(await Promise.all([one.send(request(), 0), other.send(request(), 0), one.send(request(), 4)])).toEqual([
      { ok: false, route: 3 },
      { ok: false, route: 5 },
      { ok: false, route: 7 },
    ]);
  });

  it('does not reach the answerer of a run that is closed', async () => {
    const run = createInProcessWire().open(() => Promise.reject(new Error('must not be asked')));
    run.close();
    await expect(run.send(request(), 0)).rejects.toThrow(/run-\d+ is closed/);
  });
});
