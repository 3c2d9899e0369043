import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario, Server } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import { API, createTestSimulator, scenarioWith } from '../testing/environment';
import { attack, type Attacked } from './attack';
import type { Attacker } from './attackers';
import { attackSummary } from './summary';

const { simulate, close } = createTestSimulator();
afterAll(close);

const attacked = async (scenario: Scenario, by: Attacker = 'stranger'): Promise<Attacked[]> =>
  attack(by, scenario, await simulate(scenario), simulate);

function rowOf(rows: readonly Attacked[], request: string, means: Attacked['means']): Attacked {
  const row = rows.find((one) => one.request === request && one.means === means);
  if (!row) throw new Error(`No row ${request} by ${means}`);
  return row;
}

const server = (code: string): Server => ({ origin: API, kind: 'express', code });

describe('a bank without any CORS', () => {
  const bank = presets.find(({ id }) => id === 'bank-and-evil')!.scenario;

  it('loses money to a form and to a fetch of both modes, and shows none of them the answer', async () => {
    const rows = await attacked(bank);
    for (const means of ['form', 'fetch', 'no-cors'] as const) {
      const row = rowOf(rows, 'POST /transfer', means);
      expect(row).toMatchObject({ arrives: 'yes', status: 200, cookies: ['session'], reads: null });
      expect(row.changes?.map(({ path }) => path)).toEqual(['accounts.ada', 'accounts.mallory']);
    }
  });

  it('keeps it where the cookie is SameSite=Strict', async () => {
    const [own] = bank.servers;
    const code = own?.kind === 'express' ? own.code.replace("sameSite: 'none'", "sameSite: 'strict'") : '';
    const rows = await attacked({ ...bank, servers: [{ origin: 'https://bank.example', kind: 'express', code }] });
    expect(rowOf(rows, 'POST /transfer', 'form')).toMatchObject({
      arrives: 'yes',
      status: 401,
      cookies: [],
      changes: [],
    });
  });

  it('is not saved by it from a sibling of the same site', async () => {
    const rows = await attacked(bank, 'sibling');
    expect(rowOf(rows, 'POST /transfer', 'form')).toMatchObject({ cookies: ['session'] });
  });
});

it('what needs a preflight does not arrive', async () => {
  const rows = await attacked(
    scenarioWith(server(`let gone = 0;\napp.delete('/users/:id', (req, res) => { gone += 1; res.sendStatus(204); });`)),
  );
  expect(rowOf(rows, 'DELETE /users/1', 'fetch')).toMatchObject({ arrives: 'preflight', changes: [], reads: null });
});

it('what everybody may read is read without credentials', async () => {
  const rows = await attacked(
    scenarioWith(server(`app.use(require('cors')());\napp.get('/me', (req, res) => res.send('hello'));`)),
  );
  expect(rowOf(rows, 'GET /me', 'fetch')).toMatchObject({ arrives: 'yes', reads: null });
  expect(rowOf(rows, 'GET /me', 'fetch-without-credentials')).toMatchObject({ cookies: [], reads: 'hello' });
  expect(rowOf(rows, 'GET /me', 'image')).toMatchObject({ arrives: 'yes', cookies: ['session'], reads: null });
});

it('a mirror is read with the visitor’s cookies, also by a nameless page', async () => {
  const mirror = scenarioWith(
    server(
      `app.use(require('cors')({ origin: true, credentials: true }));\napp.get('/me', (req, res) => res.send(req.headers.cookie));`,
    ),
  );
  for (const attacker of ['stranger', 'nameless', 'insecure'] as const) {
    expect(rowOf(await attacked(mirror, attacker), 'GET /me', 'fetch')).toMatchObject({ reads: expect.any(String) });
  }
});

/** The comment above the code, whose lines are as short as the editor is narrow. */
const remarkOf = ({ scenario }: Attacked): string =>
  scenario.frontend
    .split('\n')
    .flatMap((line) => (line.startsWith('// ') ? [line.slice(3)] : []))
    .join(' ');

describe('a page that saves with PUT, seen from a stranger', () => {
  const app = (options: string): Scenario => ({
    version: 1,
    page: 'http://localhost:3000/',
    frontend: `await fetch('http://localhost:4000/api/users/1', {
  method: 'PUT',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ name: 'Eve' }),
});\n`,
    servers: [
      {
        origin: 'http://localhost:4000',
        kind: 'express',
        code: `const express = require('express');
const app = express();
app.use(require('cors')(${options}));
app.use(express.json());
const users = { 1: { name: 'Ada' } };
app.put('/api/users/:id', (req, res) => {
  users[req.params.id].name = req.body.name;
  res.json(users[req.params.id]);
});
app.listen(4000);`,
      },
    ],
  });
  const PUT = 'PUT /api/users/1';

  it('does it without credentials where everybody is allowed', async () => {
    const rows = await attacked(app(''));
    expect(rowOf(rows, PUT, 'fetch')).toMatchObject({ arrives: 'preflight', changes: [], reads: null });
    const bare = rowOf(rows, PUT, 'fetch-without-credentials');
    expect(bare).toMatchObject({ arrives: 'yes', isAllowed: true, cookies: [], reads: '{"name":"Eve"}' });
    expect(bare.changes?.map(({ path }) => path)).toEqual(['users["1"].name']);
    expect(remarkOf(bare)).toBe(
      'Without credentials: no cookies go along. With credentials the browser would not send it.',
    );
    expect(bare.scenario.frontend).not.toContain('include');
    expect(attackSummary(rows)).toBe(
      '1 of 1 request arrives, only without credentials. 1 can be read. ' +
        '1 changes what the server keeps, because the server’s answer to the preflight allows it.',
    );
  });

  it('does it with credentials where every origin is repeated, though there is no cookie to send', async () => {
    const rows = await attacked(app('{ origin: true, credentials: true }'));
    expect(rows.map(({ means }) => means)).toEqual(['fetch']);
    const row = rowOf(rows, PUT, 'fetch');
    expect(row).toMatchObject({ arrives: 'yes', cookies: [], visitors: { sent: [], kept: [], wouldGo: true } });
    const words = 'no cookie of this server exists in this run; one that is SameSite=None would go along.';
    expect(remarkOf(row)).toBe(`With credentials: ${words}`);
    expect(attackSummary(rows)).toContain(`1 of 1 request arrives, none with cookies: ${words} 1 can be read.`);
  });

  it('does not get a cookie along that is SameSite=Lax', async () => {
    const cookies = [{ url: 'http://localhost:4000/', setCookie: 'sid=1; SameSite=Lax' }];
    const rows = await attacked({ ...app('{ origin: true, credentials: true }'), cookies });
    expect(rowOf(rows, PUT, 'fetch').visitors).toEqual({ sent: [], kept: ['sid'], wouldGo: false });
    expect(attackSummary(rows)).toContain('none with cookies: the browser keeps the visitor’s cookies back (sid).');
  });

  it('gets no further than the preflight where it is not allowed', async () => {
    const rows = await attacked(app(`{ origin: 'http://localhost:3000' }`));
    expect(rows.map(({ means, arrives, reads }) => [means, arrives, reads])).toEqual([['fetch', 'preflight', null]]);
    expect(attackSummary(rows)).toBe(
      'Nothing that such a page sends arrives, with credentials or without, and nothing can be read.',
    );
  });
});

it('has no comment longer than an editor beside another is wide', async () => {
  const code = `let n = 0;\napp.use(require('cors')());\napp.get('/me', (q, s) => s.send('a'));\napp.post('/me', (q, s) => { n += 1; s.send('b'); });\napp.put('/me', (q, s) => s.send('c'));`;
  const rows = await attacked(scenarioWith(server(code)));
  expect(new Set(rows.map(({ means }) => means)).size).toBe(5);
  const comments = rows.flatMap(({ scenario }) =>
    scenario.frontend.split('\n').filter((line) => line.startsWith('//')),
  );
  expect(comments.length).toBeGreaterThan(rows.length);
  expect(comments.filter((line) => line.length > 48)).toEqual([]);
});

it('an answer that is an error is read as an error', async () => {
  const login = server(
    `app.use(require('cors')({ origin: true, credentials: true }));\napp.get('/me', (req, res) => res.status(401).send('no token'));`,
  );
  const rows = await attacked(scenarioWith(login));
  expect(rowOf(rows, 'GET /me', 'fetch')).toMatchObject({ status: 401, cookies: ['session'], reads: 'no token' });
  expect(attackSummary(rows)).toContain('1 can be read, 1 with those cookies, only errors.');
});

describe('what changes behind a proxy', () => {
  const APP = 'http://app:3000';
  const behind = (front: Server, back: Server): Scenario => ({
    ...scenarioWith(front),
    frontend: `await fetch('${API}/transfer', { method: 'POST', body: 'to=mallory' });\n`,
    servers: [front, back],
  });
  const fronts: Server[] = [
    { origin: API, kind: 'proxy', prefix: '', target: APP },
    { origin: API, kind: 'nginx', config: `server {\n  location / {\n    proxy_pass ${APP};\n  }\n}\n` },
  ];

  it.each(fronts)('is not known of Flask ($kind)', async (front) => {
    const code = `from flask import Flask\napp = Flask(__name__)\n\n@app.post('/transfer')\ndef transfer():\n    return 'done'\n`;
    const rows = await attacked(behind(front, { origin: APP, kind: 'flask', code }));
    expect(rowOf(rows, 'POST /transfer', 'form')).toMatchObject({ arrives: 'yes', status: 200, changes: null });
  });

  it.each(fronts)('is known of Express ($kind)', async (front) => {
    const code = `let sent = 0;\napp.post('/transfer', (req, res) => { sent += 1; res.send('done'); });`;
    const rows = await attacked(behind(front, { origin: APP, kind: 'express', code }));
    const row = rowOf(rows, 'POST /transfer', 'form');
    expect(row).toMatchObject({ arrives: 'yes', status: 200 });
    expect(row.changes?.map(({ path }) => path)).toEqual(['sent']);
  });
});
