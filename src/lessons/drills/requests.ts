import type { HeaderRow, Scenario } from '@/scenario/document';
import { fetchCode } from './plan';

/** Systems whose server allows all there is to allow: the question is what the browser makes of the request. */
interface Ask {
  page?: string;
  sandbox?: boolean;
  url?: string;
  options?: string[];
  cookie?: string;
  exposes?: string;
}

const api = 'https://api.example.com';
const app = 'https://app.example.com';

function willing({ page = `${app}/`, sandbox, url = `${api}/items`, options = [], cookie, exposes }: Ask): Scenario {
  const { origin } = new URL(url);
  const asking = sandbox ? 'null' : new URL(page).origin;
  const said: HeaderRow[] = [
    ['Access-Control-Allow-Origin', asking],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
  return {
    version: 1,
    page,
    ...(sandbox ? { sandbox } : {}),
    frontend:
      exposes === undefined
        ? fetchCode(url, options)
        : `const response = await fetch('${url}');\nconsole.log(response.headers.get('${exposes}'));\n`,
    servers: [
      {
        origin,
        kind: 'headers',
        routes: [
          {
            method: 'OPTIONS',
            path: '*',
            status: 204,
            headers: [
              ...said,
              ['Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, DELETE, PATCH'],
              ['Access-Control-Allow-Headers', 'Content-Type, Authorization, X-Trace, Accept-Language'],
            ],
          },
          { method: '*', path: '*', status: 200, headers: [['Content-Type', 'text/plain'], ...said], body: 'tea' },
        ],
      },
    ],
    ...(cookie ? { cookies: [{ url: `${origin}/`, setCookie: cookie }] } : {}),
  };
}

function answering(rows: HeaderRow[], exposes: string): Scenario {
  const scenario = willing({ exposes });
  const route = {
    method: 'GET',
    path: '/items',
    status: 200,
    headers: [['Access-Control-Allow-Origin', app] satisfies HeaderRow, ...rows],
    body: '["tea"]',
  };
  return { ...scenario, servers: [{ origin: api, kind: 'headers', routes: [route] }] };
}

type Systems = Readonly<Record<string, { level: number; system: Scenario }>>;
const at = (level: number, system: Scenario) => ({ level, system });

/** Preflight or not? */
export const preflightSystems = {
  'plain-get': at(1, willing({})),
  'plain-post': at(1, willing({ options: [`method: 'POST'`, `body: 'one cup'`] })),
  'a-put': at(1, willing({ options: [`method: 'PUT'`, `body: 'one cup'`] })),
  'a-delete': at(1, willing({ options: [`method: 'DELETE'`] })),
  'json-body': at(
    2,
    willing({
      options: [
        `method: 'POST'`,
        `headers: { 'Content-Type': 'application/json' }`,
        `body: JSON.stringify({ cups: 1 })`,
      ],
    }),
  ),
  'form-body': at(2, willing({ options: [`method: 'POST'`, `body: new URLSearchParams({ cups: '1' })`] })),
  'json-as-text': at(
    3,
    willing({ options: [`method: 'POST'`, `headers: { 'Content-Type': 'text/plain' }`, `body: '{"cups":1}'`] }),
  ),
  'a-token': at(2, willing({ options: [`headers: { Authorization: 'Bearer ada' }`] })),
  'own-header': at(2, willing({ options: [`headers: { 'X-Trace': '42' }`] })),
  'accept-language': at(3, willing({ options: [`headers: { 'Accept-Language': 'de' }`] })),
  'with-cookies': at(3, willing({ options: [`credentials: 'include'`], cookie: 'id=7; Secure; SameSite=None' })),
  'a-head': at(3, willing({ options: [`method: 'HEAD'`] })),
  'same-origin-put': at(4, willing({ page: `${api}/shop`, options: [`method: 'PUT'`, `body: 'one cup'`] })),
} satisfies Systems;

/** Cross-origin or not? */
export const originSystems = {
  'default-port': at(1, willing({ page: `${app}/`, url: `${app}:443/items` })),
  'other-path': at(1, willing({ page: `${app}/shop/cart`, url: `${app}/items?page=2` })),
  subdomain: at(1, willing({ page: 'https://example.com/', url: 'https://www.example.com/items' })),
  'other-scheme': at(1, willing({ page: 'http://shop.example/', url: 'https://shop.example/items' })),
  'other-port': at(1, willing({ page: 'http://localhost:3000/', url: 'http://localhost:8080/items' })),
  loopback: at(2, willing({ page: 'http://localhost:3000/', url: 'http://127.0.0.1:3000/items' })),
  capitals: at(2, willing({ page: `${app}/`, url: 'https://APP.example.com/items' })),
} satisfies Systems;

/** What stands in the Origin header? */
export const headerSystems = {
  'cross-get': at(2, willing({ page: `${app}/shop/` })),
  'same-get': at(3, willing({ page: `${api}/` })),
  'same-post': at(4, willing({ page: `${api}/`, options: [`method: 'POST'`, `body: 'one cup'`] })),
  sandboxed: at(4, willing({ page: `${app}/`, sandbox: true })),
} satisfies Systems;

/** Can the code read the header? */
export const exposedSystems = {
  hidden: at(3, answering([['X-Total-Count', '7']], 'X-Total-Count')),
  exposed: at(
    3,
    answering(
      [
        ['X-Total-Count', '7'],
        ['Access-Control-Expose-Headers', 'X-Total-Count'],
      ],
      'X-Total-Count',
    ),
  ),
  safelisted: at(3, answering([['Cache-Control', 'max-age=60']], 'Cache-Control')),
  'exposed-by-star': at(
    4,
    answering(
      [
        ['ETag', '"v7"'],
        ['Access-Control-Expose-Headers', '*'],
      ],
      'ETag',
    ),
  ),
  'wrong-name': at(
    4,
    answering(
      [
        ['X-Total-Count', '7'],
        ['Access-Control-Allow-Headers', 'X-Total-Count'],
      ],
      'X-Total-Count',
    ),
  ),
} satisfies Systems;

/** Does the cookie go along? */
export const cookieSystems = {
  'none-included': at(
    3,
    willing({
      url: 'https://data.example/items',
      options: [`credentials: 'include'`],
      cookie: 'id=7; Secure; SameSite=None',
    }),
  ),
  'not-asked-for': at(3, willing({ url: 'https://data.example/items', cookie: 'id=7; Secure; SameSite=None' })),
  'lax-cross-site': at(
    4,
    willing({
      url: 'https://data.example/items',
      options: [`credentials: 'include'`],
      cookie: 'id=7; Secure; SameSite=Lax',
    }),
  ),
  'lax-same-site': at(5, willing({ options: [`credentials: 'include'`], cookie: 'id=7; Secure; SameSite=Lax' })),
} satisfies Systems;
