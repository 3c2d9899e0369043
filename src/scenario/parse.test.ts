import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorLine, parseScenario, parseScenarioText } from './parse';
import { presets } from './presets';

const minimal = { version: 1, page: 'https://app.example.com/', frontend: '', servers: [] };
const route = { method: 'GET', path: '/users', status: 200, headers: [] };

function withServer(server: object) {
  return { ...minimal, servers: [{ origin: 'https://api.example.com', ...server }] };
}
function withRoute(change: object) {
  return withServer({ kind: 'headers', routes: [route, route, { ...route, ...change }] });
}
function problems(input: unknown): string[] {
  const parsed = parseScenario(input);
  return parsed.ok ? [] : parsed.errors.map(errorLine);
}

describe('parseScenario', () => {
  it.each([
    ['a page with no servers', minimal],
    [
      'every member of the document',
      {
        ...minimal,
        title: 'All',
        sandbox: true,
        client: 'webview',
        browser: 'firefox',
        extension: false,
        earlier: [{ page: 'https://bank.example/', sandbox: false, frontend: 'x', otherUser: true }],
        cookies: [{ url: 'https://api.example.com/', setCookie: 'a=1' }],
      },
    ],
    ['a page opened from a file', { ...minimal, page: 'file:///home/ada/index.html' }],
    ['a page of an app scheme', { ...minimal, page: 'capacitor://localhost' }],
    ['an origin with a port', withServer({ kind: 'express', code: '', origin: 'http://localhost:3000' })],
    ['an origin that is an IPv6 address', withServer({ kind: 'flask', code: '', origin: 'http://[::1]:8000' })],
    [
      'Django behind a cache, with an environment',
      withServer({ kind: 'django', code: '', cdn: true, env: { DEBUG: '1' } }),
    ],
    ['a proxy', withServer({ kind: 'proxy', prefix: '/api', target: 'https://api.example.com' })],
    ['nginx', withServer({ kind: 'nginx', config: 'server {}' })],
    [
      'header rules',
      withRoute({
        method: '*',
        path: '*',
        headers: [
          ['A', '1'],
          ['A', '2', false],
        ],
        body: '',
        abort: true,
      }),
    ],
    ['a row that is switched off while it is being typed', withRoute({ headers: [['', '', false]] })],
  ])('accepts %s', (_name, input) => {
    expect(problems(input)).toEqual([]);
  });

  it.each([
    ['nothing', undefined, 'expected an object, got nothing'],
    ['a list', [], 'expected an object, got an array'],
    ['another version', { ...minimal, version: 2 }, 'version: expected 1, got 2'],
    [
      'a page that is no URL',
      { ...minimal, page: '/users' },
      'page: expected a URL such as https://app.example.com/, got "/users"',
    ],
    [
      'an unknown client',
      { ...minimal, client: 'wget' },
      'client: expected "browser", "webview", "native-app" or "curl", got "wget"',
    ],
    ['no frontend code', { ...minimal, frontend: undefined }, 'frontend: expected a string, got nothing'],
    ['servers that are no list', { ...minimal, servers: {} }, 'servers: expected an array, got an object'],
    [
      'a status that is no number',
      withRoute({ status: 'abc' }),
      'servers[0].routes[2].status: expected 200–599 or 101, got "abc"',
    ],
    [
      'a status out of range',
      withRoute({ status: 100 }),
      'servers[0].routes[2].status: expected 200–599 or 101, got 100',
    ],
    [
      'a fraction as a status',
      withRoute({ status: 200.5 }),
      'servers[0].routes[2].status: expected 200–599 or 101, got 200.5',
    ],
    [
      'a method with a space',
      withRoute({ method: 'GET /' }),
      'servers[0].routes[2].method: expected a method such as GET, or *, got "GET /"',
    ],
    [
      'a relative path',
      withRoute({ path: 'users' }),
      'servers[0].routes[2].path: expected a path that starts with "/", or *, got "users"',
    ],
    [
      'a header without a value',
      withRoute({ headers: [['Vary']] }),
      'servers[0].routes[2].headers[0]: expected [name, value] or [name, value, on], got an array',
    ],
    [
      'a header name with a colon',
      withRoute({ headers: [['Vary:', 'Origin']] }),
      'servers[0].routes[2].headers[0][0]: expected a header name, got "Vary:"',
    ],
    [
      'a header value of two lines',
      withRoute({ headers: [['A', '1\r\nB: 2']] }),
      'servers[0].routes[2].headers[0][1]: expected a header value without line breaks, got "1\\r\\nB: 2"',
    ],
    [
      'a switch that is no boolean',
      withRoute({ headers: [['A', '1', 0]] }),
      'servers[0].routes[2].headers[0][2]: expected true or false, got 0',
    ],
    [
      'an origin with a path',
      withServer({ kind: 'express', code: '', origin: 'https://api.example.com/' }),
      'servers[0].origin: expected an origin such as https://api.example.com (scheme://host[:port], no path), got "https://api.example.com/"',
    ],
    [
      'an unknown kind of server',
      withServer({ kind: 'toString' }),
      'servers[0].kind: expected "headers", "express", "flask", "django", "proxy" or "nginx", got "toString"',
    ],
    ['Express without code', withServer({ kind: 'express' }), 'servers[0].code: expected a string, got nothing'],
    [
      'an environment variable that is a number',
      withServer({ kind: 'express', code: '', env: { 'A-B': 1 } }),
      'servers[0].env["A-B"]: expected a string, got 1',
    ],
    [
      'a proxy to a path',
      withServer({ kind: 'proxy', prefix: '', target: '/v1' }),
      'servers[0].target: expected an http: or https: URL such as https://api.example.com/, got "/v1"',
    ],
    [
      'an earlier visit without a page',
      { ...minimal, earlier: [{ frontend: '' }] },
      'earlier[0].page: expected a URL such as https://app.example.com/, got nothing',
    ],
    [
      'a cookie of a file',
      { ...minimal, cookies: [{ url: 'file:///a', setCookie: 'a=1' }] },
      'cookies[0].url: expected an http: or https: URL such as https://api.example.com/, got "file:///a"',
    ],
  ])('refuses %s and says where', (_name, input, line) => {
    expect(problems(input)).toEqual([line]);
  });

  it('reports everything that is wrong, not only the first', () => {
    const input = {
      version: 1,
      page: 7,
      frontend: '',
      servers: [{ origin: 'x', kind: 'headers', routes: [{ ...route, status: 0 }] }],
    };
    expect(problems(input).map((line) => line.split(':')[0])).toEqual([
      'page',
      'servers[0].origin',
      'servers[0].routes[0].status',
    ]);
  });

  it('shortens a long text that it quotes', () => {
    expect(problems({ ...minimal, page: 'x'.repeat(500) })[0]).toHaveLength(
      'page: expected a URL such as https://app.example.com/, got '.length + 61,
    );
  });

  it('keeps members that it does not know', () => {
    const input = { ...minimal, note: 'from a later version' };
    expect(parseScenario(input)).toEqual({ ok: true, scenario: input });
  });

  it('answers any value with a scenario or with errors that have a message', () => {
    const anything = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
      fc.anything().map((value) => ({ ...minimal, servers: value })),
      fc.anything().map((value) => withServer({ kind: 'headers', routes: [value] })),
      fc.anything().map((value) => withRoute({ headers: [value] })),
    );
    fc.assert(
      fc.property(anything, (input) => {
        const parsed = parseScenario(input);
        const messages = parsed.ok ? ['expected nothing else'] : parsed.errors.map(({ message }) => message);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.filter((message) => !message.startsWith('expected '))).toEqual([]);
      }),
    );
  });
});

describe('parseScenarioText', () => {
  it('reads a document from JSON', () => {
    expect(parseScenarioText(JSON.stringify(minimal))).toEqual({ ok: true, scenario: minimal });
  });

  it('says at which line text stops being JSON', () => {
    const parsed = parseScenarioText('{\n  "version": 1,\n  oops\n}');
    expect(parsed.ok ? [] : parsed.errors).toEqual([
      { path: '', message: expect.stringMatching(/^expected JSON: .* at line 3, column 3$/) },
    ]);
  });
});

describe('the presets', () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))('%s is a valid scenario', (_id, preset) => {
    expect(problems(preset.scenario)).toEqual([]);
    expect(preset.scenario.title).toBe(preset.title);
  });

  it('have an id each', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });
});
