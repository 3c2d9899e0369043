import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '@/engine';
import type { WireAnswer, WireRequest } from '@/realm';
import { lineThatMayRunAway } from './runaway';
import { openForTest } from './testing/open-for-test';

const origin = 'https://api.example.com';
const get = (path: string, change: Partial<HttpRequest> = {}): HttpRequest => ({
  kind: 'actual',
  method: 'GET',
  url: origin + path,
  headers: [['Host', 'api.example.com']],
  body: null,
  ...change,
});
const ok = (status = 200): WireAnswer => ({ ok: true, status, statusText: '', headers: [], body: new Uint8Array() });

const NAMES = ['app', 'one', 'two', 'self'];
const origins = NAMES.map((name) => `http://${name}`);

const open = (config: string, send: (request: WireRequest) => Promise<WireAnswer> = () => Promise.resolve(ok())) =>
  openForTest({ origin, config, origins, send });

describe('the lines that an answer comes from', () => {
  it('are those of the directive that ended it and of each header', async () => {
    const { server } = await open('server {\n  add_header X-A 1 always;\n  location / {\n    return 404;\n  }\n}');
    expect(await server.handle(get('/'), 0)).toMatchObject({
      source: { line: 4, headers: [{ name: 'X-A', line: 2 }] },
    });
  });

  it('are those of the if that is in force', async () => {
    const { server } = await open(
      'location / {\n  add_header A 1;\n  if ($request_method = OPTIONS) {\n    add_header B 2;\n    return 204;\n  }\n  proxy_pass http://app;\n}',
    );
    expect(await server.handle(get('/', { method: 'OPTIONS' }), 0)).toMatchObject({
      source: { line: 5, headers: [{ name: 'B', line: 4 }] },
    });
    expect(await server.handle(get('/'), 0)).toMatchObject({ source: { line: 7, headers: [{ name: 'A', line: 2 }] } });
  });
});

describe('nginx as a server of a scenario', () => {
  it('passes on a path that a pattern has cut within a character', async () => {
    const asked: string[] = [];
    const { server, errors } = await open(
      'server { location / { rewrite ^/(.) /$1 break; proxy_pass http://app; } }',
      ({ url }) => {
        asked.push(url);
        return Promise.resolve(ok());
      },
    );
    expect(await server.handle(get('/%F0%9F%98%80'), 0)).toMatchObject({ response: { status: 200 } });
    expect(asked).toEqual(['http://app/%EF%BF%BD']);
    expect(errors).toEqual([]);
  });

  it('answers at https: and at another port than it listens on, as if that port were mapped', async () => {
    const { server } = await open('server { listen 8080; return 200 "$scheme $server_port"; }');
    const reply = await server.handle(get('/'), 0);
    expect(reply.ok && new TextDecoder().decode(reply.response.body)).toBe('https 443');
  });

  it('takes the server block of the port where one listens on it', async () => {
    const { server } = await open(
      'server { listen 80; return 301 https://$host$request_uri; } server { listen 443 ssl; return 200; }',
    );
    expect(await server.handle(get('/x'), 0)).toMatchObject({ response: { status: 200 } });
  });

  it('answers 400 to a method in small letters, as the server that TLS named', async () => {
    const { server } = await open(
      'server { listen 443 ssl; server_name other.example.com; } server { listen 443 ssl; server_name api.example.com; add_header X-Api 1 always; }',
    );
    expect(await server.handle(get('/x', { method: 'patch' }), 0)).toMatchObject({
      response: { status: 400, headers: expect.arrayContaining([['X-Api', '1']]) },
    });
  });

  it('asks the servers of a group in turn', async () => {
    const asked: string[] = [];
    const { server } = await open(
      'upstream app { server one:3000; server two:3000; }\nserver { location / { proxy_pass http://app; } }',
      ({ url, headers }) => {
        asked.push(`${url} ${headers.find(([name]) => name === 'Host')?.[1]}`);
        return Promise.resolve(ok());
      },
    );
    for (const path of ['/a', '/b', '/c']) await server.handle(get(path), 0);
    expect(asked).toEqual(['http://one:3000/a app', 'http://two:3000/b app', 'http://one:3000/c app']);
  });

  it('logs why it answers 502', async () => {
    const refused: WireAnswer = { ok: false, message: '', failure: 'refused' };
    const { server, log } = await open('location / { proxy_pass http://app:3000; }', () => Promise.resolve(refused));
    expect(await server.handle(get('/x'), 7)).toMatchObject({ response: { status: 502, statusText: 'Bad Gateway' } });
    expect(log).toContainEqual({
      level: 'error',
      exchange: 7,
      text: 'connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://app:3000/x"',
    });
  });

  it('passes the opening of a WebSocket on where it is told to', async () => {
    const sent: WireRequest[] = [];
    const { server } = await open(
      'location / { proxy_pass http://app; proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; }',
      (request) => {
        sent.push(request);
        return Promise.resolve({
          ...ok(101),
          headers: [
            ['Upgrade', 'websocket'],
            ['Sec-WebSocket-Accept', 'x'],
          ],
        } as WireAnswer);
      },
    );
    const reply = await server.handle(
      get('/', {
        headers: [
          ['Upgrade', 'websocket'],
          ['Connection', 'Upgrade'],
        ],
      }),
      0,
    );
    expect(sent[0]?.headers).toContainEqual(['Upgrade', 'websocket']);
    expect(sent[0]?.headers).toContainEqual(['Connection', 'upgrade']);
    expect(reply).toMatchObject({
      response: {
        status: 101,
        headers: [
          ['Server', 'nginx/1.22.1'],
          ['Connection', 'upgrade'],
          ['Upgrade', 'websocket'],
          ['Sec-WebSocket-Accept', 'x'],
        ],
      },
    });
  });

  it('ends where it leads back to itself', async () => {
    const self = await open('location / { proxy_pass http://self; }', async ({ url }) => {
      const reply = await self.server.handle(get('/', { url }), 0);
      return reply.ok ? { ok: true, ...reply.response } : { ok: false, message: 'closed', failure: 'closed' };
    });
    expect(await self.server.handle(get('/'), 0)).toMatchObject({ response: { status: 502 } });
  });
});

describe('the line that is named when a pattern never ends', () => {
  const named = (config: string) => lineThatMayRunAway(config);

  it('is the one that repeats a repetition', () => {
    expect(named('server {\n  location ~ ^/ok+$ { }\n  location ~ ^/(a+)+$ { }\n}')).toBe(3);
    expect(named('rewrite ^/(\\w{1,9})*/x$ /;')).toBe(1);
    expect(named('map $http_origin $cors {\n  ~^https://([a-z]+\\.?)+$ $http_origin;\n}')).toBe(2);
  });

  it('is none where nothing looks like it', () => {
    expect(named('location ~ ^/(a+)/(b+)$ {\n  return 200 "(x+)+";\n}\nlocation / { return 200; }')).toBeUndefined();
  });
});
