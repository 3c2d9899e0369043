import type { HeaderRow, Scenario, Server } from '@/scenario/document';

const api = 'https://api.example.com';

const rules = (
  headers: HeaderRow[],
  more: Partial<Extract<Server, { kind: 'headers' }>['routes'][0]> = {},
): Server => ({
  origin: api,
  kind: 'headers',
  routes: [{ method: '*', path: '*', status: 200, headers, ...more }],
});

/** Runs that show what no recording does. */
export function own(): Scenario[] {
  const page = 'https://app.example.com/';
  const any: HeaderRow = ['Access-Control-Allow-Origin', '*'];
  const of = (title: string, frontend: string, ...servers: Server[]): Scenario => ({
    version: 1,
    title,
    page,
    frontend,
    servers: servers.length > 0 ? servers : [rules([any])],
  });
  return [
    of('shape: beacon', `navigator.sendBeacon('${api}/log', 'seen');`),
    of('shape: websocket', `new WebSocket('wss://api.example.com/live');`),
    of(
      'aborted',
      `const c = new AbortController(); setTimeout(() => c.abort(), 60);
try { await fetch('${api}/slow', { signal: c.signal }); } catch (error) { console.log(error.name); }`,
    ),
    of('timeout', `const x = new XMLHttpRequest(); x.open('GET', '${api}/slow'); x.timeout = 30; x.send();`),
    of('shape: opaque', `const r = await fetch('${api}/users', { mode: 'no-cors' }); console.log(r.type);`, rules([])),
    of(
      'corp',
      `await fetch('${api}/users', { mode: 'no-cors' });`,
      rules([['Cross-Origin-Resource-Policy', 'same-origin']]),
    ),
    of(
      'orb',
      `const s = document.createElement('script'); s.src = '${api}/users'; document.head.append(s);`,
      rules(
        [
          ['Content-Type', 'application/json'],
          ['X-Content-Type-Options', 'nosniff'],
        ],
        { body: '{}' },
      ),
    ),
    of(
      'integrity',
      `await fetch('${api}/users', { integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' });`,
      rules([any], { body: '[]' }),
    ),
    of('nosniff', `const s = document.createElement('script'); s.src = '/app.js'; document.head.append(s);`, {
      ...rules(
        [
          ['Content-Type', 'text/html'],
          ['X-Content-Type-Options', 'nosniff'],
        ],
        { body: 'x' },
      ),
      origin: 'https://app.example.com',
    }),
    of(
      'shape: three servers at once',
      `const hosts = ['api', 'img', 'auth'];
await Promise.allSettled(
  Array.from({ length: 12 }, (_, i) => fetch('https://' + hosts[i % 3] + '.example.com/a/long/path/to/items/' + i)),
);`,
      ...[[any], [], [any]].map((headers, index) => ({
        ...rules(headers as HeaderRow[]),
        origin: `https://${['api', 'img', 'auth'][index]}.example.com`,
      })),
    ),
    of(
      'shape: thirty puts',
      `await Promise.allSettled(Array.from({ length: 30 }, (_, i) => fetch('${api}/users/' + i, { method: 'PUT' })));`,
      rules([any, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Max-Age', '600']]),
    ),
    of(
      'shape: long address',
      `await fetch('${api}/v2/organisations/4711/projects/0815/reports/2026/summary.json?fields=${'name,owner,'.repeat(12)}');`,
      rules([['Access-Control-Allow-Origin', 'https://a-very-long-subdomain-of-the-company.staging.example.com']]),
    ),
    of(
      'shape: ten minutes',
      `const put = () => fetch('${api}/users/1', { method: 'PUT' });
await put(); await put(); await new Promise((wake) => setTimeout(wake, 600_000)); await put();`,
      rules([any, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Max-Age', '300']]),
    ),
    of(
      'shape: three origins',
      `const r = await fetch('https://a.example.com/start'); console.log(r.url);`,
      ...['a.example.com https://b.example.net/next', 'b.example.net https://c.example.org/end'].map((text): Server => {
        const [host, to] = text.split(' ') as [string, string];
        return {
          origin: `https://${host}`,
          kind: 'headers',
          routes: [{ method: '*', path: '*', status: 302, headers: [any, ['Location', to]] }],
        };
      }),
      {
        origin: 'https://c.example.org',
        kind: 'headers',
        routes: [{ method: '*', path: '*', status: 200, headers: [any] }],
      },
    ),
    of('shape: a hundred', `for (let i = 0; i < 100; i++) await fetch('${api}/users');`),
    of('shape: thirty at once', `await Promise.all(Array.from({ length: 30 }, (_, i) => fetch('${api}/users/' + i)));`),
  ];
}
