import { afterAll, describe, expect, it } from 'vitest';
import { plain } from '@/explain';
import type { Route, Scenario, Server } from '@/scenario/document';
import { asking, changes, openRepair, ORIGIN } from './repair-for-test';

const opened = openRepair();
afterAll(() => opened.close());

const CORS: [string, string] = ['Access-Control-Allow-Origin', 'https://app.example.com'];
const route = (change: Partial<Route>): Route => ({ method: '*', path: '*', status: 200, headers: [], ...change });
const rows = (...routes: Route[]) => ({ kind: 'headers' as const, routes });
const ask = (path: string, options = ''): string => `await fetch('${ORIGIN}${path}'${options});`;

const EXPRESS = `const express = require('express');
const cors = require('cors');
const app = express();
const api = express.Router();
api.get('/orders/:id', cors(), (req, res) => res.json({ id: req.params.id }));
app.get('/users', cors(), (req, res) => res.json([]));
app.use('/api', api);
app.listen(3000);
`;
const FLASK = `from flask import Flask, jsonify
from flask_cors import cross_origin
app = Flask(__name__)

@app.route('/users')
@cross_origin()
def users():
    return jsonify([])

@app.get('/items/<int:number>')
@cross_origin()
def item(number):
    return jsonify(number)
`;
const NGINX = `server {
  listen 80;
  location = /users { add_header Access-Control-Allow-Origin *; return 200 "[]"; }
}`;

describe('a path that the server has no route for', () => {
  it.each<[string, Partial<Server> & Pick<Server, 'kind'>, string, string]>([
    ['header rows', rows(route({ path: '/users', headers: [CORS] })), '/user', '/users'],
    ['header rows that hold what begins so', rows(route({ path: '/users/*', headers: [CORS] })), '/user/7', '/users/7'],
    ['Express', { kind: 'express', code: EXPRESS }, '/usres', '/users'],
    ['a router of Express, with its prefix', { kind: 'express', code: EXPRESS }, '/orders/7', '/api/orders/7'],
    ['Flask', { kind: 'flask', code: FLASK }, '/user', '/users'],
    ['a Flask route with a converter', { kind: 'flask', code: FLASK }, '/item/7', '/items/7'],
    ['nginx', { kind: 'nginx', config: NGINX }, '/user', '/users'],
  ])('of %s: asks for the one that is there', async (_, server, path, meant) => {
    const { fixes, note } = await opened.repair(asking(ask(path), server));
    expect(fixes[0]).toMatchObject({ title: `Ask ${ORIGIN}${meant}`, place: 'page', opening: 'nothing' });
    expect(changes(fixes[0]!)).toEqual([`- ${ask(path)}`, `+ ${ask(meant)}`]);
    expect(fixes[0]!.opens).toBe(`The server answers ${meant} with 200, and ${path} with 404.`);
    expect(plain(note!)).toContain(`Did you mean ${meant}?`);
  });

  it('of Django', async () => {
    const code = `CORS_ALLOWED_ORIGINS = ['https://app.example.com']\nCORS_URLS_REGEX = r'^/(users|login)$'\n`;
    const { fixes } = await opened.repair(asking(ask('/user'), { kind: 'django', code }));
    expect(fixes[0]?.title).toBe(`Ask ${ORIGIN}/users`);
  });

  it('is repaired before headers are put on the 404, which say that it stays one', async () => {
    const { fixes } = await opened.repair(asking(ask('/user'), rows(route({ path: '/users', headers: [CORS] }))));
    expect(fixes.map(({ place }) => place)).toEqual(['page', 'server', 'server']);
    expect(fixes[1]!.opens).toBe(
      'Pages of https://app.example.com may then read it; a stranger’s may not. The answer stays a 404.',
    );
  });

  it('is repaired together with the headers that the right answer lacks', async () => {
    const { fixes } = await opened.repair(asking(ask('/user'), rows(route({ path: '/users' }))));
    expect(changes(fixes[0]!)).toEqual([
      '+ Access-Control-Allow-Origin: https://app.example.com',
      `- ${ask('/user')}`,
      `+ ${ask('/users')}`,
    ]);
    expect(fixes[0]!.opens).toBe('Pages of https://app.example.com may then read it; a stranger’s may not.');
  });

  it('is found where code makes its routes up, for the usual slips', async () => {
    const code = `const routes = { '/users': [] };
app.use((req, res, next) => req.path in routes ? res.set('Access-Control-Allow-Origin', '*').json(routes[req.path]) : next());`;
    const { fixes } = await opened.repair(
      asking(ask('/user'), { kind: 'express', code: `const app = require('express')();\n${code}\napp.listen(1);` }),
    );
    expect(fixes[0]?.title).toBe(`Ask ${ORIGIN}/users`);
  });

  it.each([
    ['a template', "const api = 'https://api.example.com';\nawait fetch(`${api}/user?page=2`);", '/users?page=2'],
    ['a sum', "const api = 'https://api.example.com';\nawait fetch(api + '/user');", '/users'],
    [
      'an argument of a helper',
      "const get = (path) => fetch('https://api.example.com' + path);\nawait get('/user');",
      '/users',
    ],
    [
      'XMLHttpRequest',
      "const r = new XMLHttpRequest();\nr.open('GET', 'https://api.example.com/user');\nr.send();",
      '/users',
    ],
  ])('is replaced in %s', async (_, frontend, written) => {
    const server = rows(route({ path: '/users', headers: [CORS] }));
    const { fixes } = await opened.repair(asking(frontend, server));
    expect(fixes[0]?.scenario.frontend).toContain(written);
    expect(fixes[0]?.scenario.frontend).not.toMatch(/\/user\b/);
  });

  it('is left alone where code makes it up, where nothing is near, and where it is there', async () => {
    const server = rows(route({ path: '/users', headers: [CORS] }));
    const madeUp = "const what = 'resu'.split('').reverse().join('');\nawait fetch('https://api.example.com/' + what);";
    for (const scenario of [
      asking(madeUp, server),
      asking(ask('/orders'), server),
      asking(ask('/users'), rows(route({ path: '/user', headers: [CORS] }), route({ path: '/users' }))),
    ]) {
      const { fixes } = await opened.repair(scenario);
      expect(fixes.map(({ place }) => place)).not.toContain('page');
      expect(fixes.length).toBeGreaterThan(0);
    }
  });

  it('is no missing route where only the preflight is not answered', async () => {
    const server = rows(
      route({ method: 'PUT', path: '/users', headers: [CORS] }),
      route({ path: '/user', headers: [CORS] }),
    );
    const { fixes } = await opened.repair(asking(ask('/users', ", { method: 'PUT' }"), server));
    expect(fixes[0]?.place).toBe('server');
    expect(fixes[0]?.opens).not.toContain('stays');
  });
});

describe('a method that the path is not there for', () => {
  const code = `from flask import Flask
from flask_cors import CORS
app = Flask(__name__)

@app.post('/users')
def users():
    return {}

@app.after_request
def allow(response):
    if response.status_code < 400:
        response.headers['Access-Control-Allow-Origin'] = 'https://app.example.com'
    return response
`;

  it('is written as one that is', async () => {
    const frontend = ask('/users', ", { method: 'GET' }");
    const { fixes, note } = await opened.repair(asking(frontend, { kind: 'flask', code }));
    expect(fixes[0]).toMatchObject({
      title: 'Ask with POST',
      opens: 'The server answers POST /users with 200, and GET /users with 405.',
    });
    expect(plain(note!)).toBe(
      'Behind this is a 405: nobody answers GET at /users. Did you mean POST? Headers only let the page read that.',
    );
  });

  it('is left alone where the code does not say it', async () => {
    const { fixes } = await opened.repair(asking(ask('/users'), { kind: 'flask', code }));
    expect(fixes.map(({ place }) => place)).not.toContain('page');
  });
});

describe('an answer that the page reads, and that is a 404', () => {
  const server = rows(route({ path: '/users', headers: [CORS] }), route({ status: 404, headers: [CORS] }));

  it('has the path that is there', async () => {
    const { fixes, note } = await opened.repair(asking(ask('/user'), server));
    expect(fixes.map(({ title }) => title)).toEqual([`Ask ${ORIGIN}/users`]);
    expect(plain(note!)).toBe('The answer is a 404: no such address as /user. Did you mean /users?');
  });

  it('has nothing to be said about where nothing is near', async () => {
    expect(await opened.repair(asking(ask('/orders'), server))).toEqual({ fixes: [], note: null });
  });
});

describe('a proxy', () => {
  const scenario = (frontend: string, page = 'https://app.example.com/'): Scenario => ({
    version: 1,
    page,
    frontend,
    servers: [
      { origin: 'https://app.example.com', kind: 'proxy', prefix: '/api', target: 'https://api.example.com/v2/' },
      { origin: 'https://api.example.com', ...rows(route({ path: '/v2/users' })) },
    ],
  });

  it('is asked with its prefix', async () => {
    const { fixes, note } = await opened.repair(scenario("await fetch('/users');"));
    expect(changes(fixes[0]!)).toEqual(["- await fetch('/users');", "+ await fetch('/api/users');"]);
    expect(fixes[0]!.opens).toBe('The proxy passes on what begins with /api, and /users does not.');
    expect(plain(note!)).toBe(
      'The answer is a 404: the proxy at app.example.com passes on what begins with /api, and /users does not. Did you mean /api/users?',
    );
  });

  it('is asked for what the server behind it has', async () => {
    const { fixes } = await opened.repair(scenario("await fetch('/api/user');"));
    expect(changes(fixes[0]!)).toEqual(["- await fetch('/api/user');", "+ await fetch('/api/users');"]);
  });

  it('says what it passes on, also where no literal can be changed', async () => {
    const { fixes, note } = await opened.repair(scenario("await fetch('/' + ['u', 'sers'].join(''));"));
    expect(fixes).toEqual([]);
    expect(plain(note!)).toContain('passes on what begins with /api, and /users does not.');
  });

  it('is asked from another origin with its prefix, and the target allows that origin', async () => {
    const { fixes } = await opened.repair(
      scenario("await fetch('https://app.example.com/users');", 'https://www.example.com/'),
    );
    expect(fixes[0]?.diffs.map(({ server }) => server)).toEqual([1, null]);
    expect(fixes[0]?.title).toBe('Ask https://app.example.com/api/users and allow https://www.example.com');
  });

  it('is asked where it stands at the page’s own origin, and its target allows nobody', async () => {
    const frontend = 'const api = `https://api.example.com`;\nawait fetch(`${api}/users`);';
    const { fixes } = await opened.repair({
      version: 1,
      page: 'https://app.example.com/',
      frontend,
      servers: [
        { origin: 'https://app.example.com', kind: 'proxy', prefix: '/api', target: 'https://api.example.com' },
        { origin: 'https://api.example.com', ...rows(route({ path: '/users' })) },
      ],
    });
    const through = fixes.find(({ place }) => place === 'page');
    expect(through?.title).toBe('Ask through the proxy, at /api');
    expect(changes(through!)).toEqual(['- const api = `https://api.example.com`;', '+ const api = `/api`;']);
    // The server can say yes itself: that is the smaller change.
    expect(fixes[0]?.place).toBe('server');
  });

  it('is no way round where it stands at another origin', async () => {
    const { fixes } = await opened.repair({
      version: 1,
      page: 'https://www.example.com/',
      frontend: "await fetch('https://api.example.com/users');",
      servers: [
        { origin: 'https://app.example.com', kind: 'proxy', prefix: '/api', target: 'https://api.example.com' },
        { origin: 'https://api.example.com', ...rows(route({ path: '/users' })) },
      ],
    });
    expect(fixes.map(({ place }) => place)).not.toContain('page');
  });
});
