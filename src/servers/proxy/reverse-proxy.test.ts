import { describe, expect, it, vi } from 'vitest';
import type { HttpRequest } from '@/engine';
import type { WireAnswer, WireRequest } from '@/realm';
import type { ServerEnvironment } from '../contract';
import { openReverseProxy } from './reverse-proxy';
import { targetUrl } from './target-url';

const request = (url: string, change: Partial<HttpRequest> = {}): HttpRequest => ({
  kind: 'actual',
  method: 'GET',
  url,
  headers: [],
  body: null,
  ...change,
});

function open(send: (request: WireRequest) => Promise<WireAnswer>, prefix = '/api') {
  const environment = { send, log: vi.fn<ServerEnvironment['log']>() } as unknown as ServerEnvironment;
  const server = openReverseProxy(
    { kind: 'proxy', origin: 'https://app.example.com', prefix, target: 'https://api.example.com' },
    environment,
  );
  return { server, environment };
}

describe('targetUrl', () => {
  it.each([
    ['/api', 'https://api.example.com', '/api/users?x=1', 'https://api.example.com/users?x=1'],
    ['/api/', 'https://api.example.com', '/api/users', 'https://api.example.com/users'],
    ['/api', 'https://api.example.com/v2/', '/api/users', 'https://api.example.com/v2/users'],
    ['/api', 'https://api.example.com', '/api', 'https://api.example.com/'],
    ['/', 'https://api.example.com', '/users', 'https://api.example.com/users'],
    ['/api', 'https://api.example.com', '/apiary', null],
    ['/api', 'https://api.example.com', '/', null],
  ])('prefix %s and target %s: %s goes to %s', (prefix, target, path, expected) => {
    expect(targetUrl({ prefix, target }, `https://app.example.com${path}`)).toBe(expected);
  });
});

describe('a reverse proxy', () => {
  it('sends method, headers and body on with the Host of the target, and passes the answer on', async () => {
    const sent: WireRequest[] = [];
    const { server } = open((upstream) => {
      sent.push(upstream);
      return Promise.resolve({
        ok: true,
        status: 201,
        statusText: 'Created',
        headers: [
          ['X-A', '1'],
          ['Connection', 'close'],
        ],
        body: new Uint8Array([7]),
      });
    });
    const reply = await server.handle(
      request('https://app.example.com/api/users?x=1', {
        method: 'POST',
        headers: [
          ['Host', 'app.example.com'],
          ['Origin', 'https://app.example.com'],
        ],
        body: new Uint8Array([1]),
      }),
      0,
    );
    expect(sent).toEqual([
      {
        method: 'POST',
        url: 'https://api.example.com/users?x=1',
        headers: [
          ['Origin', 'https://app.example.com'],
          ['Host', 'api.example.com'],
        ],
        body: new Uint8Array([1]),
      },
    ]);
    expect(reply).toEqual({
      ok: true,
      response: { status: 201, statusText: 'Created', headers: [['X-A', '1']], body: new Uint8Array([7]) },
    });
  });

  it('answers 404 itself outside of its prefix, and logs why', async () => {
    const { server, environment } = open(() => Promise.reject(new Error('must not be asked')));
    expect(await server.handle(request('https://app.example.com/users'), 0)).toMatchObject({
      response: { status: 404 },
    });
    expect(environment.log).toHaveBeenCalledWith({ level: 'warn', text: '404: /users does not begin with /api' });
  });

  it('answers 502 and logs why where the target is not reachable', async () => {
    const { server, environment } = open(() => Promise.resolve({ ok: false, message: 'nobody there' }));
    expect(await server.handle(request('https://app.example.com/api/'), 0)).toMatchObject({
      response: { status: 502 },
    });
    expect(environment.log).toHaveBeenCalledWith({ level: 'error', text: '502: nobody there' });
  });

  it('answers 508 where it sends to itself', async () => {
    const self = open(async (upstream) => {
      const reply = await self.server.handle(request(upstream.url), 0);
      return reply.ok ? { ok: true, ...reply.response } : { ok: false, message: 'closed' };
    }, '/');
    expect(await self.server.handle(request('https://app.example.com/'), 0)).toMatchObject({
      response: { status: 508 },
    });
  });
});
