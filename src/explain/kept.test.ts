import { afterAll, describe, expect, it } from 'vitest';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import type { BrowserName, Scenario } from '@/scenario/document';
import { simulate } from '@/simulation';
import { keepsAnything } from './keeps';
import { isKeptAt, keptOf } from './kept';
import { stopsOf } from './stops';

const noServerCode = (): Promise<string> => Promise.reject(new Error('Header rules only.'));
const realms = createNodeRealmHost({ frontend: loadFrontend, express: noServerCode });
const environment = { realms, wire: createInProcessWire() };
afterAll(() => realms.close());

const origin = 'https://app.example.com';

function putting(frontend: string, browser: BrowserName): Scenario {
  const allow: [string, string][] = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
  return {
    version: 1,
    browser,
    page: `${origin}/`,
    frontend: `const put = () => fetch('https://api.example.com/users/1', { method: 'PUT', headers: { 'X-Trace': '1' } });
const wait = (minutes) => new Promise((wake) => setTimeout(wake, minutes * 60_000));
${frontend}`,
    servers: [
      {
        origin: 'https://api.example.com',
        kind: 'headers',
        routes: [
          {
            method: 'OPTIONS',
            path: '*',
            status: 204,
            headers: [
              ...allow,
              ['Access-Control-Allow-Methods', 'PUT'],
              ['Access-Control-Allow-Headers', 'x-trace'],
              ['Access-Control-Max-Age', '300'],
            ],
          },
          { method: '*', path: '*', status: 200, headers: [...allow, ['Set-Cookie', 'seen=1; SameSite=None; Secure']] },
        ],
      },
    ],
  };
}

async function kept(frontend: string, browser: BrowserName = 'chromium') {
  const scenario = putting(frontend, browser);
  const result = await simulate(scenario, environment);
  const { stops } = stopsOf(result);
  return { ...keptOf(result, scenario), stops, anything: keepsAnything(result, scenario) };
}

describe('what the browser keeps', () => {
  it('is a permission from the preflight on, for as long as the answer says', async () => {
    const { permissions, stops } = await kept('await put();');
    expect(permissions).toMatchObject([
      { url: 'https://api.example.com/users/1', origin, methods: ['PUT'], names: ['x-trace'], until: null, hits: [] },
    ]);
    const [permission] = permissions;
    expect(permission!.expires - permission!.stored).toBe(300_000);
    expect(stops[permission!.from]!.at).toBe(permission!.stored);
  });

  it('counts each time it spares a preflight', async () => {
    const { permissions, stops } = await kept('await put(); await put(); await put();');
    expect(permissions[0]!.hits.map((stop) => stops[stop]!.step)).toEqual(['cache-lookup', 'cache-lookup']);
  });

  it.each(['chromium', 'firefox', 'webkit', 'standard'] as const)(
    'is held against what the next request needs, and its age against how long it lasts, in %s',
    async (browser) => {
      const { permissions, stops } = await kept('await put(); await put();', browser);
      const hit = stops[permissions[0]!.hits[0]!]!;
      expect(hit.match).toEqual({
        kind: 'columns',
        holds: true,
        left: 'Needed',
        right: 'Cached',
        columns: [
          { left: 'PUT', right: 'PUT' },
          { left: 'x-trace', right: 'x-trace' },
        ],
        unused: [],
      });
      expect(hit.conclusion).toEqual(['An answer 92 ms old, kept for 300 s, still counts: no preflight.']);
    },
  );

  it.each(['chromium', 'firefox', 'standard'] as const)(
    'has gone when a new one takes its place, in %s',
    async (browser) => {
      const { permissions } = await kept('await put(); await wait(10); await put();', browser);
      const [first, ...later] = permissions;
      expect(first!.until).not.toBeNull();
      expect(later.at(-1)!.stored).toBeGreaterThan(first!.expires);
      expect(later.at(-1)!.until).toBeNull();
    },
  );

  it('is still there, expired, at the stop that finds it so, and gone at the next', async () => {
    const { permissions, stops } = await kept('await put(); await wait(10); await put();');
    const [first] = permissions;
    const found = stops.findLast(({ step }) => step === 'cache-lookup')!;
    expect(isKeptAt(first!, found.index, found.at)).toBe(true);
    expect(first!.expires).toBeLessThan(found.at);
    const after = stops[found.index + 1]!;
    expect(isKeptAt(first!, after.index, after.at)).toBe(false);
  });

  it('is not there at the stop that drops it before it has expired', async () => {
    const { permissions, stops } = await kept('await put();');
    const dropped = { ...permissions[0]!, until: stops.length - 1 };
    expect(isKeptAt(dropped, stops.length - 1, stops.at(-1)!.at)).toBe(false);
    expect(isKeptAt(dropped, stops.length - 2, stops.at(-2)!.at)).toBe(true);
  });

  it('is a cookie where the answer may set one', async () => {
    const { cookies } = await kept("await fetch('https://api.example.com/', { credentials: 'include' });");
    expect(cookies).toMatchObject([{ cookie: { name: 'seen', value: '1' }, until: null }]);
  });

  it('is a cookie for the host alone beside one of that name for its subdomains too', async () => {
    const scenario = putting("await fetch('https://api.example.com/', { credentials: 'include' });", 'chromium');
    const [server] = scenario.servers;
    if (server?.kind !== 'headers') throw new Error('header rules');
    server.routes[1]?.headers.push(['Set-Cookie', 'seen=2; Domain=api.example.com; SameSite=None; Secure']);
    const { cookies } = keptOf(await simulate(scenario, environment), scenario);
    expect(cookies).toMatchObject([
      { cookie: { value: '1', hostOnly: true }, until: null },
      { cookie: { value: '2', hostOnly: false }, until: null },
    ]);
  });

  it('is known to be something without telling what', async () => {
    const nothing = await kept(`await fetch('https://api.example.com/users/1');`);
    expect([nothing.permissions, nothing.cookies, nothing.anything]).toEqual([[], [], false]);
    const permission = await kept('await put();');
    expect([permission.permissions.length, permission.cookies, permission.anything]).toEqual([1, [], true]);
    const cookie = await kept(`await fetch('https://api.example.com/users/1', { credentials: 'include' });`);
    expect([cookie.permissions, cookie.cookies.length, cookie.anything]).toEqual([[], 1, true]);
  });
});
