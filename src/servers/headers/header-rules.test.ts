import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '@/engine';
import type { Route } from '@/scenario/document';
import type { ServerReply } from '../contract';
import { openHeaderRules } from './header-rules';

const route = (change: Partial<Route>): Route => ({ method: '*', path: '*', status: 200, headers: [], ...change });

function ask(
  routes: Route[],
  method: string,
  path: string,
  kind: HttpRequest['kind'] = 'actual',
): Promise<ServerReply> {
  const server = openHeaderRules({ kind: 'headers', origin: 'https://api.example.com', routes });
  const request: HttpRequest = {
    kind,
    method,
    url: `https://api.example.com${path}`,
    headers: [],
    body: null,
  };
  return server.handle(request, 0);
}

const text = (reply: ServerReply) => (reply.ok ? new TextDecoder().decode(reply.response.body) : null);

describe('a server of header rules', () => {
  it('answers by the first route that matches and says which', async () => {
    const routes = [route({ path: '/users', status: 201 }), route({ status: 202 })];
    expect(await ask(routes, 'GET', '/users')).toMatchObject({ route: 0, response: { status: 201 } });
    expect(await ask(routes, 'GET', '/posts')).toMatchObject({ route: 1, response: { status: 202 } });
  });

  it.each([
    ['GET', 'GET', true],
    ['GET', 'get', false],
    ['patch', 'PATCH', false],
    ['*', 'OPTIONS', true],
  ])('compares methods as written: rule %s, request %s', async (rule, method, matches) => {
    const reply = await ask([route({ method: rule })], method, '/');
    expect(reply).toMatchObject({ response: { status: matches ? 200 : 404 } });
  });

  it.each([
    ['/users', '/users', true],
    ['/users', '/users?page=2', true],
    ['/users', '/users/', false],
    ['/users/*', '/users/7', true],
    ['/users/*', '/users', false],
    ['/users*', '/users', true],
    ['*', '/', true],
  ])('compares the path without its query: rule %s, request %s', async (rule, path, matches) => {
    const reply = await ask([route({ path: rule })], 'GET', path);
    expect(reply).toMatchObject({ response: { status: matches ? 200 : 404 } });
  });

  it('tells a preflight from an OPTIONS of the page, where a route asks for it', async () => {
    const routes = [route({ preflight: true, status: 201 }), route({ preflight: false, status: 202 })];
    expect(await ask(routes, 'OPTIONS', '/', 'preflight')).toMatchObject({ response: { status: 201 } });
    expect(await ask(routes, 'OPTIONS', '/', 'actual')).toMatchObject({ response: { status: 202 } });
    expect(await ask([route({})], 'OPTIONS', '/', 'preflight')).toMatchObject({ response: { status: 200 } });
  });

  it('answers 404 without any header where no route matches', async () => {
    expect(await ask([], 'GET', '/')).toEqual({
      ok: true,
      response: { status: 404, statusText: 'Not Found', headers: [], body: new Uint8Array() },
    });
  });

  it('sends rows as written, repeats included, and leaves out those that are off', async () => {
    const reply = await ask(
      [
        route({
          headers: [
            ['Access-Control-Allow-Origin', '*'],
            ['X-Off', '1', false],
            ['access-control-allow-origin', 'null', true],
          ],
        }),
      ],
      'GET',
      '/',
    );
    expect(reply.ok && reply.response.headers).toEqual([
      ['Access-Control-Allow-Origin', '*'],
      ['access-control-allow-origin', 'null'],
    ]);
  });

  it('sends values without the white space around them, and wide characters as UTF-8', async () => {
    const reply = await ask(
      [
        route({
          headers: [
            ['X-A', ' a b\t'],
            ['X-B', '✓'],
            ['X-C', 'é'],
          ],
        }),
      ],
      'GET',
      '/',
    );
    expect(reply.ok && reply.response.headers).toEqual([
      ['X-A', 'a b'],
      ['X-B', '\xe2\x9c\x93'],
      ['X-C', '\xe9'],
    ]);
  });

  it('closes the connection for a route that aborts', async () => {
    expect(await ask([route({ abort: true })], 'GET', '/')).toEqual({ ok: false, route: 0 });
  });

  it.each([
    ['GET', 200, 'hello'],
    ['HEAD', 200, ''],
    ['GET', 204, ''],
    ['GET', 304, ''],
  ])('answers %s with status %i and the body "%s"', async (method, status, body) => {
    expect(text(await ask([route({ status, body: 'hello' })], method, '/'))).toBe(body);
  });
});
