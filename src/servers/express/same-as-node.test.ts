import { afterAll, describe, expect, it, vi } from 'vitest';
import type { HeaderList } from '@/engine';
import { configurations } from './testing/configurations';
import { bodyOf, openForTest, type Asked } from './testing/open-for-test';
import { startNodeServer } from './testing/node-server';

const ORIGIN: HeaderList[0] = ['Origin', 'https://app.example.com'];
const requests: Asked[] = [
  { path: '/users', headers: [ORIGIN] },
  { path: '/users?page=1' },
  { path: '/text', headers: [ORIGIN, ['Cookie', 'k=v; s=s%3Av.x']] },
  { path: '/users', method: 'HEAD', headers: [['Origin', 'https://evil.test']] },
  {
    path: '/users/7',
    method: 'OPTIONS',
    headers: [ORIGIN, ['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', 'content-type,x-a']],
  },
  {
    path: '/nowhere',
    method: 'OPTIONS',
    headers: [
      ['Origin', 'null'],
      ['Access-Control-Request-Method', 'DELETE'],
    ],
  },
  { path: '/users/7', method: 'PUT', headers: [ORIGIN, ['Content-Type', 'application/json']], body: '{"name":"Bo"}' },
  { path: '/users/7', method: 'PUT', headers: [ORIGIN, ['Content-Type', 'application/json']], body: '{"name":' },
  { path: '/users/7', method: 'DELETE', headers: [ORIGIN] },
  { path: '/nowhere/%C3%A9', headers: [ORIGIN] },
  { path: '/text', method: 'POST', headers: [ORIGIN, ['Content-Type', 'text/plain']], body: 'hello' },
  { path: '/users', headers: [['If-None-Match', 'W/"1b-0WqcqRzEZs2CdvPGJmSWlcFnDgI"']] },
];

// Express under Node logs the errors that it is made to have.
vi.spyOn(console, 'error').mockReturnValue();

/** Chromium, Firefox, WebKit and Node word stacks in their own ways: an error page in development shows one. */
const showsStack = (text: string) => /\bat .*\.js:\d/.test(text);

describe.each(Object.entries(configurations))('Express with %s', (_name, given) => {
  const { code, env } = typeof given === 'string' ? { code: given, env: {} } : given;
  const started = Promise.all([startNodeServer(code, env), openForTest(code, { env })]);
  afterAll(async () => {
    for (const one of await started) one.close();
  });

  it.each(requests.map((request) => [request.method ?? 'GET', request.path, request] as const))(
    'answers %s %s as under Node',
    async (_method, _path, request) => {
      const [node, simulated] = await started;
      const real = await node.ask(request);
      const reply = await simulated.ask(request);
      if (!reply.ok) throw new Error(`closed: ${JSON.stringify(simulated.errors)}`);
      const body = bodyOf(reply) ?? '';
      const stack = showsStack(real.body) || showsStack(body);
      const comparable = (headers: HeaderList) => headers.filter(([name]) => !stack || name !== 'Content-Length');
      expect({ ...reply.response, headers: comparable(reply.response.headers), body: stack ? '' : body }).toEqual({
        ...real,
        headers: comparable(real.headers),
        body: stack ? '' : real.body,
      });
    },
  );
});

describe('Express with whatever answers every method', () => {
  const code = `const app = require('express')();
app.use((req, res) => { console.log(req.method); res.set('Access-Control-Allow-Origin', '*').send('seen'); });
module.exports = app;
`;

  it.each(['patch', 'get', 'Put', 'FOO'])('never sees a request %s, as under Node', async (method) => {
    const [node, simulated] = await Promise.all([startNodeServer(code), openForTest(code)]);
    const real = await node.askRaw(`${method} /users HTTP/1.1\r\nHost: api.example.com\r\n\r\n`);
    const reply = await simulated.ask({ path: '/users', method });
    expect(real).toBe('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    expect(reply).toMatchObject({ ok: true, response: { status: 400, statusText: 'Bad Request', headers: [] } });
    expect([bodyOf(reply), simulated.log]).toEqual(['', []]);
    for (const each of [node, simulated]) each.close();
  });
});
