import { afterAll, describe, expect, it } from 'vitest';
import { explainRun, plain } from '@/explain';
import type { Scenario, Server } from '@/scenario/document';
import { simulate } from '@/simulation';
import { createNodeEnvironment } from './environment';

const environment = createNodeEnvironment();
afterAll(() => environment.close());

const ORIGIN = 'https://api.example.com';
const GET = `await fetch('${ORIGIN}/users');`;

function asking(server: object, change: Partial<Scenario> = {}): Scenario {
  const servers = [{ origin: ORIGIN, ...server } as Server];
  return { version: 1, page: 'https://app.example.com/', frontend: GET, servers, ...change };
}

const BROKEN = { kind: 'express', code: 'app.use(cors());\napp.get(;' };

describe('a server whose process ends while it starts', () => {
  it.each([
    ['code that does not parse', BROKEN, 'SyntaxError: '],
    ['code that throws', { kind: 'express', code: 'nope();' }, 'ReferenceError: nope is not defined'],
    ['code that throws after it listens', { kind: 'express', code: 'app.listen(80);\nnope();' }, 'ReferenceError: '],
    ['a module that does not parse', { kind: 'express', code: "import a from 'a';\nconst = 1;" }, 'SyntaxError: '],
    ['a Flask module that raises', { kind: 'flask', code: 'import nothing' }, 'ModuleNotFoundError: '],
    ['a Flask module that does not parse', { kind: 'flask', code: 'def users(:' }, 'SyntaxError: '],
    ['settings of Django that raise', { kind: 'django', code: 'ALLOWED_HOSTS = nobody' }, 'NameError: '],
    ['a configuration that nginx refuses', { kind: 'nginx', config: 'nonsense on;' }, ''],
  ])(
    'is not reached, because of %s',
    async (_what, server, message) => {
      const { requests, exchanges, serverErrors } = await simulate(asking(server), environment);
      expect(requests).toMatchObject([{ outcome: 'rejected', reason: 'connection-refused', exchanges: [] }]);
      expect(exchanges).toEqual([]);
      expect(serverErrors).toMatchObject([{ origin: ORIGIN, message: expect.stringContaining(message) as string }]);
    },
    120_000,
  );

  it.each(['chromium', 'firefox', 'webkit'] as const)('is refused in the words of %s', async (browser) => {
    const put = `await fetch('${ORIGIN}/users', { method: 'PUT' });`;
    const atFreePort = { ...asking({ kind: 'headers', routes: [] }, { browser, frontend: put }) };
    atFreePort.servers[0]!.origin = `${ORIGIN}:8443`;
    const down = await simulate(asking(BROKEN, { browser, frontend: put }), environment);
    const nobody = await simulate(atFreePort, environment);
    expect(down.console).toEqual(nobody.console);
    expect(down.console.length).toBeGreaterThan(browser === 'chromium' ? 0 : 1);
    expect(down.requests[0]?.reason).toBe('connection-refused');
  });

  it('is told where a redirect leads to it', async () => {
    const routes = [{ method: '*', path: '*', status: 302, headers: [['Location', `${ORIGIN}/users`]] }];
    const elsewhere = { origin: 'https://app.example.com', kind: 'headers', routes } as Server;
    const scenario = asking(BROKEN, { frontend: "await fetch('/users');" });
    const asked = { ...scenario, servers: [elsewhere, ...scenario.servers] };
    const { verdict } = explainRun(await simulate(asked, environment), asked);
    expect(plain(verdict.sentence)).toMatch(/^The server’s code does not parse \(line 2\): .* So nothing listens/);
  });

  it('is refused to curl too', async () => {
    const scenario = asking(BROKEN, { client: 'curl', frontend: `curl ${ORIGIN}/users` });
    const { requests, console: lines } = await simulate(scenario, environment);
    expect(requests[0]?.reason).toBe('connection-refused');
    expect(lines.map(({ text }) => text).join('\n')).toContain('curl: (7) Failed to connect');
  });

  it('is told as such: why it does not run, and that the request did not reach it', async () => {
    const scenario = asking(BROKEN);
    const run = explainRun(await simulate(scenario, environment), scenario);
    expect(plain(run.verdict.sentence)).toBe(
      `The server’s code does not parse (line 2): Unexpected token ';'. So nothing listens at ${ORIGIN}.`,
    );
    const reached = run.tracks[0]?.questions.find(({ question }) => question === 'Request reached the server?');
    expect(reached?.answer).toBe('No');
  });

  it('makes a bad gateway of a proxy in front of it', async () => {
    const behind = { ...BROKEN, origin: 'http://app:3000' } as Server;
    const front: Server = { origin: ORIGIN, kind: 'nginx', config: 'location / { proxy_pass http://app:3000; }' };
    const { exchanges } = await simulate({ ...asking(BROKEN), servers: [front, behind] }, environment);
    expect(exchanges).toMatchObject([{ from: 'browser', status: 502 }]);
  });
});

it('a server that had to be stopped while it started has listened: its connections are closed', async () => {
  const { requests, exchanges } = await simulate(
    asking({ kind: 'express', code: 'app.listen(80);\nwhile (true) {}' }),
    environment,
  );
  expect(requests).toMatchObject([{ reason: 'connection-closed' }]);
  expect(exchanges).toMatchObject([{ status: 0 }]);
});
