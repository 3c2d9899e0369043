import fc from 'fast-check';
import type { HeaderRow, Route, Scenario, Server } from '../document';

const origin = fc.constantFrom(
  'https://api.example.com',
  'http://localhost:3000',
  'capacitor://localhost',
  'http://[::1]:80',
);
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const token = fc.constantFrom('GET', 'OPTIONS', 'patch', 'Vary', 'X-Trace', 'Access-Control-Allow-Origin');

const headerRow: fc.Arbitrary<HeaderRow> = fc.oneof(
  fc.tuple(token, fc.stringMatching(/^[\x20-\x7e]*$/)),
  fc.tuple(token, fc.stringMatching(/^[\x20-\x7e]*$/), fc.boolean()),
  fc.tuple(text, text, fc.constant(false)),
);

const route: fc.Arbitrary<Route> = fc.record(
  {
    method: fc.oneof(token, fc.constant('*')),
    path: fc.constantFrom('/users', '/users/*', '*', '/'),
    status: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constant(101)),
    headers: fc.array(headerRow, { maxLength: 4 }),
    body: text,
    abort: fc.boolean(),
    preflight: fc.boolean(),
  },
  { requiredKeys: ['method', 'path', 'status', 'headers'] },
);

function server<Own extends object>(own: { [Name in keyof Own]: fc.Arbitrary<Own[Name]> }) {
  const common = { origin, cdn: fc.boolean(), env: fc.dictionary(token, text) };
  const required = ['origin', ...Object.keys(own)] as ('origin' & keyof Own)[];
  return fc.record({ ...common, ...own }, { requiredKeys: required }) as unknown as fc.Arbitrary<Server>;
}

const servers = fc.oneof(
  server({ kind: fc.constant('headers'), routes: fc.array(route, { maxLength: 3 }) }),
  server({ kind: fc.constantFrom('express', 'flask', 'django'), code: text }),
  server({ kind: fc.constant('proxy'), prefix: fc.constantFrom('/api', ''), target: fc.webUrl() }),
  server({ kind: fc.constant('nginx'), config: text }),
);

const page = fc.constantFrom(
  'https://app.example.com/',
  'file:///index.html',
  'capacitor://localhost',
  'http://a.example/x?y',
);
const visit = { page, frontend: text, sandbox: fc.boolean() };

/** Any valid document. */
export const anyScenario: fc.Arbitrary<Scenario> = fc.record(
  {
    version: fc.constant(1 as const),
    title: text,
    ...visit,
    client: fc.constantFrom('browser' as const, 'webview' as const, 'native-app' as const, 'curl' as const),
    browser: fc.constantFrom('standard' as const, 'chromium' as const, 'firefox' as const, 'webkit' as const),
    extension: fc.boolean(),
    servers: fc.array(servers, { maxLength: 3 }),
    earlier: fc.array(fc.record({ ...visit, otherUser: fc.boolean() }, { requiredKeys: ['page', 'frontend'] }), {
      maxLength: 2,
    }),
    cookies: fc.array(fc.record({ url: fc.webUrl(), setCookie: text }), { maxLength: 2 }),
  },
  { requiredKeys: ['version', 'page', 'frontend', 'servers'] },
);

type Path = (string | number)[];

function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([name, item]) =>
    places(item, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...below];
}

/** A valid document in which one value is replaced by something, or taken out: mostly invalid ones. */
export const almostScenario: fc.Arbitrary<unknown> = fc
  .tuple(
    anyScenario,
    fc.nat(),
    fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('', 'x', 199, 600, 2, [])),
    fc.boolean(),
  )
  .map(([scenario, pick, replacement, remove]) => {
    const document: unknown = structuredClone(scenario);
    const all = places(document);
    const path = all[pick % all.length] ?? [];
    const last = path.at(-1);
    if (last === undefined) return replacement;
    const parent = path.slice(0, -1).reduce((value, name) => (value as Record<string, unknown>)[name], document);
    if (remove && !Array.isArray(parent)) delete (parent as Record<string, unknown>)[last];
    else (parent as Record<string, unknown>)[last] = replacement;
    return document;
  });
