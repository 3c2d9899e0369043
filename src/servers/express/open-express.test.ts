import { describe, expect, it } from 'vitest';
import { bodyOf, openForTest } from './testing/open-for-test';

const json = async (reply: Promise<Parameters<typeof bodyOf>[0]>) =>
  JSON.parse(bodyOf(await reply) ?? 'null') as unknown;

describe('the forms that server code may have', () => {
  it.each([
    [
      'CommonJS that listens',
      "const express = require('express'); const a = express(); a.get('/', (q, s) => s.send('x')); a.listen(3000);",
    ],
    [
      'ES modules that listen',
      "import express from 'express';\nconst a = express();\na.get('/', (q, s) => s.send('x'));\na.listen(3000);",
    ],
    ['module.exports', "const a = require('express')(); a.get('/', (q, s) => s.send('x')); module.exports = a;"],
    [
      'export default',
      "import express, { Router } from 'express';\nconst a = express();\na.get('/', (q, s) => s.send(typeof Router === 'function' ? 'x' : 'y'));\nexport default a;",
    ],
    ['an app that is neither exported nor listens', "const app = express(); app.get('/', (q, s) => s.send('x'));"],
    [
      'TypeScript',
      "import express, { type Request, type Response } from 'express';\nconst a = express();\na.get('/', (q: Request, s: Response) => { s.send('x' as string); });\na.listen(Number(process.env.PORT ?? 3000));",
    ],
    [
      'an app within an http server',
      "const a = express(); a.get('/', (q, s) => s.send('x')); require('node:http').createServer(a).listen(80);",
    ],
    [
      'an app that waits before it listens',
      "const a = express(); await new Promise((go) => setTimeout(go, 50)); a.get('/', (q, s) => s.send('x')); a.listen(80);",
    ],
    ['a snippet with nothing around it', "app.get('/', (q, s) => s.send('x'));"],
  ])('%s', async (_form, code) => {
    const server = await openForTest(code);
    expect(bodyOf(await server.ask({ path: '/' }))).toBe('x');
    expect(server.errors).toEqual([]);
  });

  it('gives a snippet the example routes behind its own, and an app of its own none', async () => {
    const snippet = await openForTest("app.use((req, res, next) => { res.set('X-Mine', '1'); next(); });");
    const reply = await snippet.ask({ path: '/users' });
    expect(reply).toMatchObject({ ok: true, response: { status: 200 } });
    expect(reply.ok && reply.response.headers).toContainEqual(['X-Mine', '1']);
    const whole = await openForTest('const app = express(); app.listen(80);');
    expect(await whole.ask({ path: '/users' })).toMatchObject({ response: { status: 404 } });
  });

  it('has example routes that create, read, change and delete', async () => {
    const { ask } = await openForTest('');
    const headers: [string, string][] = [['Content-Type', 'application/json']];
    await ask({ method: 'POST', path: '/users', headers, body: '{"name":"Linus"}' });
    await ask({ method: 'PATCH', path: '/users/1', headers, body: '{"name":"Ada L."}' });
    await ask({ method: 'DELETE', path: '/users/2' });
    expect(await json(ask({ path: '/users' }))).toEqual([
      { id: 1, name: 'Ada L.' },
      { id: 3, name: 'Linus' },
    ]);
    expect(await ask({ path: '/users/2' })).toMatchObject({ response: { status: 404 } });
  });

  it('reads process.env of the scenario, in development unless told otherwise', async () => {
    const code = "app.get('/', (q, s) => s.json([process.env.KEY, process.env.NODE_ENV, app.get('env')]));";
    const one = await openForTest(code, { env: { KEY: 'a' } });
    expect(await json(one.ask({ path: '/' }))).toEqual(['a', 'development', 'development']);
  });
});

describe('what goes wrong in server code', () => {
  it.each([
    ['an error while it loads', '\nnope();', /^ReferenceError: nope is not defined$/, 2],
    [
      'a module that is not there',
      "\n\nrequire('helmet');",
      /^Error: Cannot find module 'helmet'\. This playground has express, cors/,
      3,
    ],
    ['ES modules that do not parse', "import a from 'a';\nconst = 1;", /^SyntaxError: /, 2],
    ['a snippet that does not parse', 'app.use(', /^SyntaxError: /, undefined],
  ])('%s is told with its line, and every connection closed', async (_what, code, message, line) => {
    const server = await openForTest(code);
    expect(server.errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(message) as string,
      }),
    ]);
    expect(server.errors[0]?.line).toBe(line);
    expect(await server.ask({ path: '/users' })).toEqual({ ok: false });
    expect(server.errors).toHaveLength(1);
  });

  it.each([
    ['thrown', "() => {\n  throw new Error('boo');\n}"],
    ['rejected', "async () => {\n  await null; throw new Error('boo');\n}"],
    ['passed on', "(q, s, next) => {\n  next(new Error('boo'));\n}"],
  ])('an error that a handler has %s is answered by Express and logged with its line', async (_how, handler) => {
    const server = await openForTest(`app.get('/', ${handler});`);
    const reply = await server.ask({ path: '/' });
    expect(reply).toMatchObject({ response: { status: 500 }, source: { line: 2 } });
    expect(bodyOf(reply)).toContain('<pre>Error: boo<br> &nbsp; &nbsp;at server.js:2</pre>');
    expect(server.log).toEqual([expect.objectContaining({ level: 'error', text: 'Error: boo', line: 2 })]);
    expect(server.errors).toEqual([{ message: 'Error: boo', line: 2 }]);
  });

  it.each([
    ['thrown', "app.get('/', () => { throw new Error('boom'); });"],
    ['rejected', "app.get('/', async () => { throw new Error('boom'); });"],
    [
      'thrown in an app of its own',
      "const own = express(); own.get('/', () => { throw new Error('boom'); }); own.listen(3000);",
    ],
  ])('shows what was %s with its line in development, and not a word of it in production', async (_how, code) => {
    const pageOf = async (NODE_ENV?: string) => {
      const server = await openForTest(code, NODE_ENV === undefined ? {} : { env: { NODE_ENV } });
      const reply = await server.ask({ path: '/' });
      server.close();
      return reply;
    };
    for (const page of [await pageOf(), await pageOf('development')]) {
      expect(page).toMatchObject({ response: { status: 500 } });
      expect(bodyOf(page)).toMatch(/Error: boom.*server\.js:1/s);
    }
    const production = await pageOf('production');
    expect(production).toMatchObject({ response: { status: 500 } });
    expect(bodyOf(production)).toContain('Internal Server Error');
    expect(bodyOf(production)).not.toMatch(/boom|server\.js/);
  });

  it('gives an error handler of the code a stack that names its line alone', async () => {
    const server = await openForTest(
      "app.get('/', () => { throw new TypeError('boo') });\napp.use((e, q, s, n) => { s.status(503).send(e.stack) });",
    );
    expect(bodyOf(await server.ask({ path: '/' }))).toBe('TypeError: boo\n    at server.js:1');
  });

  it('tells of no fault where an error says that it is the client’s, or the code answers for it', async () => {
    const refused = await openForTest(
      "app.get('/', () => { throw Object.assign(new Error('no'), { status: 422 }); });",
    );
    expect(await refused.ask({ path: '/' })).toMatchObject({ response: { status: 422 } });
    const answered = await openForTest(
      "app.get('/', () => { throw new Error('no'); });\napp.use((e, q, s, n) => { s.status(500).end(); });",
    );
    expect(await answered.ask({ path: '/' })).toMatchObject({ response: { status: 500 } });
    expect([...refused.errors, ...answered.errors]).toEqual([]);
  });

  it('an error outside of every handler ends the process; the next request starts a new one', async () => {
    const server = await openForTest(`let count = 0;
      app.get('/crash', () => { setTimeout(() => {
        throw new Error('late'); }, 10) });
      app.get('/', (q, s) => s.json(++count));`);
    await server.ask({ path: '/' });
    expect(await server.ask({ path: '/crash' })).toEqual({ ok: false });
    expect(server.errors).toEqual([expect.objectContaining({ message: 'Error: late', line: 3 })]);
    expect(await json(server.ask({ path: '/' }))).toBe(1);
  });

  it('a request that no handler answers is closed in the end, with the reason', async () => {
    const server = await openForTest("app.get('/', () => undefined);");
    expect(await server.ask({ path: '/' })).toEqual({ ok: false });
    expect(server.errors[0]?.message).toMatch(/^GET \/ was never answered/);
  });

  it('a destroyed connection is closed without an answer', async () => {
    const server = await openForTest("app.get('/', (req) => req.socket.destroy());");
    expect(await server.ask({ path: '/' })).toEqual({ ok: false });
  });
});

describe('what an answer tells', () => {
  it('the lines that set its headers and ended it, a library by where it was made', async () => {
    const { ask } = await openForTest(`app.use((req, res, next) => {
  res.set('X-One', '1');
  next();
});
app.use(
  cors({ origin: 'https://app.example.com' }));
app.get('/', (req, res) => {
  res.status(200);
  res.end('x');
});`);
    expect(await ask({ path: '/' })).toMatchObject({
      source: {
        line: 9,
        headers: [
          { name: 'X-One', line: 2 },
          { name: 'Access-Control-Allow-Origin', line: 6 },
          { name: 'Vary', line: 6 },
        ],
      },
    });
    const preflight = { method: 'OPTIONS', path: '/' };
    expect(await ask(preflight)).toMatchObject({ source: { line: 6 } });
  });

  it('keeps lines where ES modules and types are taken out', async () => {
    const { ask } = await openForTest(
      "import express from 'express';\n\ninterface A { a: string }\nconst app = express();\napp.get('/', (req, res) => {\n  res.end('x');\n});\nexport default app;",
    );
    expect(await ask({ path: '/' })).toMatchObject({ source: { line: 6 } });
  });

  it('waits in simulated time, with several requests under way at once', async () => {
    const { ask } = await openForTest(
      "app.get('/:wait', (req, res) => { setTimeout(() => res.json([req.params.wait, Date.now() % 86400000]), Number(req.params.wait)); });",
    );
    const [slow, quick] = await Promise.all([json(ask({ path: '/3000' })), json(ask({ path: '/1000' }))]);
    expect(slow).toEqual(['3000', 3000]);
    expect(quick).toEqual(['1000', 1000]);
  });

  it('fetches from other servers, server to server', async () => {
    const { ask } = await openForTest(
      "app.post('/', express.text(), async (req, res) => { const r = await fetch('https://other.example/a', { method: 'post', headers: { 'X-A': '1' }, body: req.body }); res.status(r.status).json([r.headers.get('x-b'), await r.text()]); });",
      {
        send: ({ method, url, headers, body }) =>
          Promise.resolve({
            ok: true,
            status: 202,
            statusText: 'Accepted',
            headers: [['X-B', `${method} ${url} ${headers.flat().join()}`]],
            body: body ?? new Uint8Array(),
          }),
      },
    );
    const reply = ask({ method: 'POST', path: '/', headers: [['Content-Type', 'text/plain']], body: 'hi' });
    expect(await reply).toMatchObject({ response: { status: 202 } });
    expect(await json(reply)).toEqual([
      'POST https://other.example/a X-A,1,Content-Type,text/plain;charset=UTF-8',
      'hi',
    ]);
  });
});
