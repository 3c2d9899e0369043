import { afterAll, describe, expect, it } from 'vitest';
import { plain } from '@/explain';
import type { Route, Scenario, Server } from '@/scenario/document';
import { changes, openRepair } from './repair-for-test';

const opened = openRepair();
afterAll(() => opened.close());

const PAGE = 'http://localhost:5173';
const API = 'http://localhost:4000';
const OPEN: [string, string] = ['Access-Control-Allow-Origin', '*'];
const route = (path: string, change: Partial<Route> = {}): Route => ({
  method: '*',
  path,
  status: 200,
  headers: [OPEN],
  ...change,
});
const rows = (origin: string, ...routes: Route[]): Server => ({ origin, kind: 'headers', routes });
const at = (frontend: string, ...servers: Server[]): Scenario => ({
  version: 1,
  page: `${PAGE}/`,
  frontend,
  servers,
});
const USERS = rows(API, route('/api/users'));

describe('a path that asks the page’s own origin, where no server is', () => {
  const note = `This is not about CORS: /api/users names no origin, which means the page’s own, and no server is at ${PAGE}.`;

  it('is asked for at the server that has it', async () => {
    const repair = await opened.repair(at("await fetch('/api/users');", rows('http://localhost:9000'), USERS));
    expect(repair.fixes).toHaveLength(1);
    expect(repair.fixes[0]).toMatchObject({
      title: `Ask ${API}/api/users`,
      place: 'page',
      opening: 'nothing',
      opens: 'localhost:4000 answers /api/users with 200, and no server is at localhost:5173.',
    });
    expect(changes(repair.fixes[0]!)).toEqual(["- await fetch('/api/users');", `+ await fetch('${API}/api/users');`]);
    expect(plain(repair.note!)).toBe(`${note} Did you mean ${API}/api/users?`);
  });

  it('is asked for there, and the page is allowed', async () => {
    const closed = rows(API, route('/api/users', { headers: [] }));
    const { fixes } = await opened.repair(at("await fetch('/api/users');", closed));
    expect(fixes[0]).toMatchObject({
      title: `Ask ${API}/api/users and allow ${PAGE}`,
      place: 'both',
      opening: 'origin',
    });
  });

  it('is asked for where Express has the route, and with the prefix that it has there', async () => {
    const code = `const app = require('express')();
app.use(require('cors')());
app.post('/api/users', (req, res) => res.status(201).json({}));
app.listen(4000);
`;
    const post = (path: string) => `await fetch('${path}', { method: 'POST' });`;
    for (const path of ['/api/users', '/users']) {
      const { fixes } = await opened.repair(at(post(path), { origin: API, kind: 'express', code }));
      expect(changes(fixes[0]!)).toEqual([`- ${post(path)}`, `+ ${post(`${API}/api/users`)}`]);
    }
  });

  it.each([
    [
      'a template',
      'const id = 7;\nawait fetch(`/api/users/${id}?all`);',
      '`http://localhost:4000/api/users/${id}?all`',
    ],
    ['a constant', "const API = '/api';\nawait fetch(`${API}/users/7`);", "API = 'http://localhost:4000/api'"],
    ['a sum', "await fetch('/api' + '/users/7');", "'http://localhost:4000/api' + '/users/7'"],
    ['no slash', "await fetch('api/users/7');", "'http://localhost:4000/api/users/7'"],
    [
      'a helper',
      "const get = (path) => fetch(path);\nawait get('/api/users/7');",
      "get('http://localhost:4000/api/users/7')",
    ],
    [
      'XMLHttpRequest',
      "const r = new XMLHttpRequest();\nr.open('GET', '/api/users/7');\nr.send();",
      "'http://localhost:4000/api/users/7'",
    ],
  ])('is written out in %s', async (_, frontend, written) => {
    const { fixes } = await opened.repair(at(frontend, rows(API, route('/api/users/7'))));
    expect(fixes[0]?.scenario.frontend).toContain(written);
    expect(fixes[0]?.place).toBe('page');
  });

  it('is not taken to a server that has no such route, nor from code that names the origin', async () => {
    const nowhere = await opened.repair(at("await fetch('/api/users');", rows(API, route('/orders'))));
    expect(nowhere.fixes).toEqual([]);
    expect(plain(nowhere.note!)).toBe(`This is not about CORS: nothing listens at ${PAGE}.`);
    const named = await opened.repair(at(`await fetch('${PAGE}/api/users');`, USERS));
    expect(named.fixes.map(({ title }) => title)).toEqual([`Ask ${API}`]);
  });

  it('is taken for a host where it begins as one', async () => {
    const server = rows('https://api.example.com', route('*'));
    const { fixes } = await opened.repair(at("await fetch('api.example.com/users');", server));
    expect(fixes.map(({ title }) => title)).toEqual(['Write the address with its scheme: https://']);
  });
});

describe('a path that the page’s own server has no route for', () => {
  it('is asked for at the one that has it', async () => {
    const own = rows(PAGE, route('/', { headers: [] }));
    const { fixes, note } = await opened.repair(at("await fetch('/api/users');", own, USERS));
    expect(fixes[0]).toMatchObject({
      title: `Ask ${API}/api/users`,
      opens: 'localhost:4000 answers /api/users with 200, and localhost:5173 answers /api/users with 404.',
    });
    expect(plain(note!)).toBe(`The answer is a 404: no such address as /api/users. Did you mean ${API}/api/users?`);
  });

  it('is asked for at home where a path near it is there', async () => {
    const own = rows(PAGE, route('/api/user', { headers: [] }));
    const { fixes } = await opened.repair(at("await fetch('/api/users');", own, USERS));
    expect(fixes.map(({ title }) => title)).toEqual([`Ask ${PAGE}/api/user`]);
  });

  it('is asked for through the proxy that leads to it, and not past that', async () => {
    const proxy: Server = { origin: PAGE, kind: 'proxy', prefix: '/backend', target: API };
    const { fixes } = await opened.repair(at("await fetch('/api/users');", proxy, USERS));
    expect(fixes.map(({ title }) => title)).toEqual([`Ask ${PAGE}/backend/api/users`]);
    expect(fixes[0]!.opens).toBe('The proxy passes on what begins with /backend, and /api/users does not.');
  });
});
