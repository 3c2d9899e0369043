import { afterAll, describe, expect, it } from 'vitest';
import { plain } from '@/explain';
import type { Route, Scenario } from '@/scenario/document';
import { asking, changes, GET, openRepair, ORIGIN, PUT } from './repair-for-test';

const opened = openRepair();
afterAll(() => opened.close());

const ALLOWED: [string, string] = ['Access-Control-Allow-Origin', 'https://app.example.com'];
const route = (change: Partial<Route>): Route => ({ method: '*', path: '*', status: 200, headers: [], ...change });
const headers = (...routes: Route[]) => ({ kind: 'headers' as const, routes });

async function first(scenario: Scenario): Promise<string[]> {
  return changes((await opened.repair(scenario)).fixes[0]!);
}

describe('the first fix of header rows', () => {
  it('adds a row', async () => {
    expect(await first(asking(GET, headers(route({}))))).toEqual([
      '+ Access-Control-Allow-Origin: https://app.example.com',
    ]);
  });

  it('switches a row on', async () => {
    expect(await first(asking(GET, headers(route({ headers: [[...ALLOWED, false]] }))))).toEqual([
      '- off: Access-Control-Allow-Origin: https://app.example.com',
      '+ Access-Control-Allow-Origin: https://app.example.com',
    ]);
  });

  it('takes the row away that is one too many', async () => {
    const twice = route({ headers: [ALLOWED, ['Access-Control-Allow-Origin', '*']] });
    expect(await first(asking(GET, headers(twice)))).toEqual(['- Access-Control-Allow-Origin: *']);
  });

  it('answers the preflight in a route of its own, and combines what it takes', async () => {
    const failing = route({ path: '/users', status: 404, headers: [ALLOWED] });
    expect(await first(asking(PUT, headers(failing)))).toEqual([
      '+ OPTIONS /users → 204',
      '+ Access-Control-Allow-Origin: https://app.example.com',
      '+ Access-Control-Allow-Methods: PUT',
      '+ Access-Control-Allow-Headers: X-Trace',
    ]);
  });

  it('adds the names that are missing, and no other', async () => {
    const frontend = "await fetch('https://api.example.com/users', { headers: { 'X-A': '1', 'X-Trace': '1' } });";
    const listing = headers(route({ headers: [ALLOWED, ['Access-Control-Allow-Headers', 'X-A']] }));
    const [fix] = (await opened.repair(asking(frontend, listing))).fixes;
    expect(fix?.title).toBe('Allow the header X-Trace');
    expect(changes(fix!)).toEqual([
      '- Access-Control-Allow-Headers: X-A',
      '+ Access-Control-Allow-Headers: X-A, X-Trace',
    ]);
  });

  it('repairs the target of a proxy, which makes the answer', async () => {
    const scenario: Scenario = {
      version: 1,
      page: 'https://app.example.com/',
      frontend: "await fetch('https://gateway.example.com/api/users');",
      servers: [
        { origin: 'https://gateway.example.com', kind: 'proxy', prefix: '/api', target: 'https://api.example.com' },
        { origin: 'https://api.example.com', ...headers(route({})) },
      ],
    };
    const [fix] = (await opened.repair(scenario)).fixes;
    expect(fix?.diffs.map(({ server, name }) => [server, name])).toEqual([[1, 'api.example.com']]);
  });
});

describe('what a fix opens', () => {
  it('is said with the origin null, which comes last', async () => {
    const scenario = {
      ...asking("await fetch('https://api.example.com/users', { credentials: 'include' });", headers(route({}))),
      sandbox: true,
    };
    const { fixes } = await opened.repair(scenario);
    const last = fixes.at(-1)!;
    expect(last.opening).toBe('unsafe');
    expect(last.opens).toMatch(/sandboxed frame/);
    expect(fixes.every(({ opening, place }) => opening === 'unsafe' || place !== 'server')).toBe(true);
  });

  it('orders one origin before all of them', async () => {
    const { fixes } = await opened.repair(asking(GET, headers(route({}))));
    expect(fixes.map(({ opening }) => opening)).toEqual(['origin', 'everyone']);
  });
});

describe('the page’s own fix', () => {
  it.each([
    [
      'writes the scheme that is missing',
      "await fetch('localhost:3000/users');",
      'http://localhost:3000',
      ["- await fetch('localhost:3000/users');", "+ await fetch('http://localhost:3000/users');"],
    ],
    [
      'takes no-cors out',
      "await fetch('https://api.example.com/users', { mode: 'no-cors' });",
      'https://api.example.com',
      [
        "- await fetch('https://api.example.com/users', { mode: 'no-cors' });",
        "+ await fetch('https://api.example.com/users');",
      ],
    ],
    [
      'writes a method in capital letters',
      "await fetch('https://api.example.com/users', { method: 'patch' });",
      'https://api.example.com',
      [
        "- await fetch('https://api.example.com/users', { method: 'patch' });",
        "+ await fetch('https://api.example.com/users', { method: 'PATCH' });",
      ],
    ],
  ])('%s', async (_name, frontend, origin, expected) => {
    const answering = route({ headers: [ALLOWED, ['Access-Control-Allow-Methods', 'PATCH']] });
    const scenario = { ...asking(frontend, headers(answering)) };
    const { fixes } = await opened.repair({
      ...scenario,
      page: 'https://app.example.com/',
      servers: [{ ...scenario.servers[0]!, origin }],
    });
    expect(changes(fixes.find(({ place }) => place === 'page')!)).toEqual(expected);
  });

  it('says why no server can help', async () => {
    const scenario = asking("await fetch('http://api.example.com:8080/users');", headers(route({})));
    const { fixes, note } = await opened.repair(scenario);
    expect(fixes).toEqual([]);
    expect(JSON.stringify(note)).toContain('No header can help: a secure page may not ask');
  });
});

describe('a page that asks where no server is', () => {
  const OPEN = headers(route({ headers: [['Access-Control-Allow-Origin', '*']] }));
  const at = (frontend: string, ...origins: string[]): Scenario => ({
    ...asking(frontend, OPEN),
    servers: origins.map((origin) => ({ origin, ...OPEN })),
  });

  it.each([
    [
      'the only server',
      GET,
      ['http://localhost:4000'],
      ["- await fetch('https://api.example.com/users');", "+ await fetch('http://localhost:4000/users');"],
    ],
    [
      'the only server, from wherever the code names it',
      "const API = 'https://api.example.com';\nawait fetch(`${API}/users`);\nawait fetch(API + '/ok');",
      ['http://localhost:4000'],
      ["- const API = 'https://api.example.com';", "+ const API = 'http://localhost:4000';"],
    ],
    [
      'the only server of the same site',
      "await fetch(`https://apis.example.com/${'users'}`);",
      ['https://api.example.com', 'https://cdn.example.net'],
      ["- await fetch(`https://apis.example.com/${'users'}`);", "+ await fetch(`https://api.example.com/${'users'}`);"],
    ],
    [
      'the port of that host',
      "const API = 'http://localhost:3000';\nawait fetch(API + '/users');",
      ['http://localhost:4000', 'https://api.example.com'],
      ["- const API = 'http://localhost:3000';", "+ const API = 'http://localhost:4000';"],
    ],
  ])('is pointed at %s', async (_which, frontend, origins, expected) => {
    const { fixes } = await opened.repair(at(frontend, ...origins));
    expect(fixes.map(changes)).toEqual([expected]);
    expect(fixes[0]).toMatchObject({ place: 'page', opening: 'nothing' });
  });

  it('is pointed at it, and allowed there', async () => {
    const { fixes } = await opened.repair({
      ...at(GET),
      servers: [{ origin: 'http://localhost:4000', ...headers(route({})) }],
    });
    expect(fixes[0]?.title).toMatch(/^Ask http:\/\/localhost:4000.* allow https:\/\/app\.example\.com/);
  });

  it('is not sent to one of several', async () => {
    const { fixes, note } = await opened.repair(at(GET, 'http://localhost:4000', 'http://localhost:5000'));
    expect(fixes).toEqual([]);
    expect(JSON.stringify(note)).toContain('no server is known by the name in');
  });
});

describe('an answer that leads elsewhere', () => {
  const leading = (Location: string, ...rows: [string, string][]) =>
    route({ path: '/users', status: 301, headers: [['Location', Location], ...rows] });
  const STAR: [string, string] = ['Access-Control-Allow-Origin', '*'];

  it('is called a redirect, which needs the headers as well as what it leads to', async () => {
    const { note } = await opened.repair(asking(GET, headers(leading('/v2'), route({ path: '/v2' }))));
    expect(plain(note!)).toBe(
      'Behind this is a redirect, 301: it needs the headers itself, and so does https://api.example.com/v2, where it leads.',
    );
  });

  it('is no matter of headers where it leads to itself', async () => {
    const { note } = await opened.repair(asking(GET, headers(leading('/users'))));
    expect(plain(note!)).toMatch(/^This is about the redirect, 301, not about headers/);
  });

  it('is named where it leads away from https, and the page is told what to ask', async () => {
    const table = headers(leading('http://api.example.com/v2', STAR), route({ path: '/v2', headers: [STAR] }));
    const { fixes, note } = await opened.repair(asking(GET, table));
    expect(plain(note!)).toContain('the redirect leads to http://api.example.com/v2, which a secure page may not ask');
    expect(fixes.map(({ title, place }) => [title, place])).toEqual([['Ask for /v2 at once', 'page']]);
  });

  it('is asked for at once before a preflight is answered and the answer is a 404', async () => {
    const preflight = route({ method: 'OPTIONS', path: '/users', status: 301, headers: [['Location', '/v2']] });
    const there = route({
      path: '/v2',
      headers: [STAR, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'X-Trace']],
    });
    const { fixes } = await opened.repair(asking(PUT, headers(preflight, there)));
    expect(fixes.map(({ place, answer }) => [place, answer])).toEqual([
      ['page', 200],
      ['server', 404],
      ['server', 404],
    ]);
    expect(fixes[1]!.opens).toMatch(/ The answer is then a 404\.$/);
  });
});

it('a method that the list has in small letters is written large there', async () => {
  const listed = route({
    headers: [
      ['Access-Control-Allow-Origin', 'https://app.example.com'],
      ['Access-Control-Allow-Methods', 'get, patch'],
    ],
  });
  const { fixes } = await opened.repair(
    asking(`await fetch('${ORIGIN}/users', { method: 'PATCH' });`, headers(listed)),
  );
  expect(changes(fixes[0]!)).toEqual([
    '- Access-Control-Allow-Methods: get, patch',
    '+ Access-Control-Allow-Methods: get, PATCH',
  ]);
});
