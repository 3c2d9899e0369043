import { afterAll, describe, expect, it } from 'vitest';
import type { StepName } from '@/engine';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import type { Scenario } from '@/scenario/document';
import loadExpress from '@/servers/express/realm-entry?runtime';
import { simulate } from '@/simulation';
import { explainRun } from './index';
import { marksAt, marksOf } from './marks';

const realms = createNodeRealmHost({ frontend: loadFrontend, express: loadExpress });
const environment = { realms, wire: createInProcessWire() };
afterAll(() => realms.close());

const ALLOWING = `const app = express();
app.use(cors({ origin: 'https://app.example.com', credentials: true }));
app.all('/users', (req, res) => res.json([]));
`;

/** The lines that are marked at the first stop of a step, as they are written, each with what is said about it. */
async function markedAt(step: StepName, side: 'frontend' | 'server', frontend: string, code = ALLOWING) {
  const marks = await marksAtStop(step, frontend, code);
  const text = (side === 'frontend' ? frontend : code).split('\n');
  return marks.filter((mark) => mark.side === side).map((mark) => [text[mark.line! - 1]!.trim(), mark.text]);
}

async function marksAtStop(step: StepName, frontend: string, code: string) {
  const scenario: Scenario = {
    version: 1,
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  };
  const result = await simulate(scenario, environment);
  const run = explainRun(result, scenario);
  const stop = run.stops.find((each) => each.step === step && each.answer !== 'no')!;
  return marksAt(marksOf(result, scenario), run, stop.index);
}

const GET = `await fetch('https://api.example.com/users');`;

it('a line that answers without the header has no piece that says so, one that sets it has', async () => {
  const server = (set: string) => `const app = express();\napp.get('/users', (req, res) => res${set}.json(['Ada']));\n`;
  const pieces = async (set: string) =>
    (await marksAtStop('cors-check', GET, server(set)))
      .filter(({ side }) => side === 'server')
      .map(({ text, piece }) => [text, piece]);
  expect(await pieces('')).toEqual([['answers without Access-Control-Allow-Origin', '']]);
  const wrong = `.set('Access-Control-Allow-Origin', 'https://other.example.com')`;
  expect(await pieces(wrong)).toEqual([['does not match', undefined]]);
});

describe('at the question whether a preflight is needed', () => {
  it('the lines are marked that make it necessary', async () => {
    const page = `await fetch('https://api.example.com/users', {
  // a PUT with x-trace
  method: 'PUT',
  headers: {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'X-Trace': '1',
  },
  body: '{}',
});`;
    expect(await markedAt('preflight-needed', 'frontend', page)).toEqual([
      ["method: 'PUT',", 'needs a preflight'],
      ["'Content-Type': 'application/json',", 'needs a preflight'],
      ["'X-Trace': '1',", 'needs a preflight'],
    ]);
  });

  it('they are found in an object that the call takes by name, and before the send() of an XMLHttpRequest', async () => {
    const init = `const other = { method: 'PUT' };
const init = {
  method: 'DELETE',
};
await fetch('https://api.example.com/users', init);`;
    expect(await markedAt('preflight-needed', 'frontend', init)).toEqual([["method: 'DELETE',", 'needs a preflight']]);
    const xhr = `const request = new XMLHttpRequest();
request.open('PUT', 'https://api.example.com/users');
request.setRequestHeader('x-trace', '1');
const other = new XMLHttpRequest();
other.open('GET', '/');
request.send();`;
    expect(await markedAt('preflight-needed', 'frontend', xhr)).toEqual([
      ["request.open('PUT', 'https://api.example.com/users');", 'needs a preflight'],
      ["request.setRequestHeader('x-trace', '1');", 'needs a preflight'],
    ]);
  });

  it('the call is marked where its code does not say it', async () => {
    const page = `const body = new Blob(['{}'], { type: 'application/json' });
await fetch('https://api.example.com/users', { method: 'POST', body });`;
    expect(await markedAt('preflight-needed', 'frontend', page)).toEqual([
      ["await fetch('https://api.example.com/users', { method: 'POST', body });", 'needs a preflight'],
    ]);
  });
});

it('where credentials close the gate, the line is marked that sends them', async () => {
  const page = `await fetch('https://api.example.com/users', {
  cache: 'no-store',
  credentials: 'include',
});`;
  const wildcard = ALLOWING.replace("'https://app.example.com', credentials: true", "'*'");
  expect(await markedAt('cors-check', 'frontend', page, wildcard)).toEqual([
    ["credentials: 'include',", 'asks with credentials'],
  ]);
});

it('a mark names the piece of its line that says it', async () => {
  const page = `await fetch('https://api.example.com/users', { cache: 'no-store', credentials: 'include' });`;
  const code = ALLOWING.replace("'https://app.example.com', credentials: true", "'*'");
  const mark = (await marksAtStop('cors-check', page, code)).find(({ side }) => side === 'frontend');
  expect(mark).toMatchObject({ line: 1, piece: "credentials: 'include'" });
});

it('where the method is not allowed, the line is marked that asks for it', async () => {
  const page = `await fetch('https://api.example.com/users', {
  cache: 'no-store',
  method: 'PUT',
});`;
  const reading = ALLOWING.replace('credentials: true', "methods: ['GET']");
  expect(await markedAt('method-check', 'frontend', page, reading)).toEqual([["method: 'PUT',", 'asks for this']]);
});

describe("on the server's side the line is marked", () => {
  it('of the option that makes the header', async () => {
    const code = ALLOWING.replace(
      '{ origin',
      `{
  // origin: '*',
  maxAge: 600,
  origin`,
    );
    expect(await markedAt('cors-check', 'server', GET, code)).toEqual([
      ["origin: 'https://app.example.com', credentials: true }));", 'allows this'],
    ]);
  });

  it('of the option in an object that cors() takes by name', async () => {
    const code = `const app = express();
const options = {
  credentials: true,
  origin: ['https://app.example.com'],
};
app.use(cors(options));
app.get('/users', (req, res) => res.json([]));
`;
    expect(await markedAt('cors-check', 'server', GET, code)).toEqual([
      ["origin: ['https://app.example.com'],", 'allows this'],
    ]);
  });

  it("of the header's own name in res.set({ … })", async () => {
    const code = `const app = express();
app.get('/users', (req, res) => {
  res.set({
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
  });
  res.json([]);
});
`;
    expect(await markedAt('cors-check', 'server', GET, code)).toEqual([
      ["'Access-Control-Allow-Origin': '*',", 'allows this'],
    ]);
  });

  it('of the call where the code does not name the header', async () => {
    const code = ALLOWING.replace(/cors\(.*\)\)/, 'cors())');
    expect(await markedAt('cors-check', 'server', GET, code)).toEqual([['app.use(cors());', 'allows this']]);
    const named = `const app = express();
const origin = ['Access-Control-Allow', 'Origin'].join('-');
app.get('/users', (req, res) => {
  res.set(origin, '*');
  res.json([]);
});
`;
    expect(await markedAt('cors-check', 'server', GET, named)).toEqual([["res.set(origin, '*');", 'allows this']]);
  });
});
