import type { HeaderRow, Route, Scenario } from '@/scenario/document';
import type { Random } from './random';

/** A page, a request and a server whose policy fits: what a question begins with before something is made wrong. */
export interface Plan {
  page: string;
  api: string;
  method: string;
  /** A request header of the code's own, or ''. */
  header: string;
  withCredentials: boolean;
  /** Whether the request is one that a preflight is asked for. */
  asks: boolean;
}

export function planFor(level: number, random: Random, wants: Partial<Plan> = {}): Plan {
  const asks = wants.asks ?? (level > 1 && random.below(2) === 0);
  return {
    page: random.pick(['https://app.example.com', 'https://shop.example', 'http://localhost:3000']),
    api: random.pick(['https://api.example.com', 'https://data.example', 'https://api.shop.example']),
    method: asks ? random.pick(['PUT', 'DELETE', 'PATCH']) : 'GET',
    header: asks && random.below(2) === 0 ? random.pick(['X-Trace', 'Authorization']) : '',
    withCredentials: level > 3 && random.below(3) === 0,
    ...wants,
    asks,
  };
}

/** The rows that each of the two answers needs for this request, and what they must say. */
export function neededRows({ page, method, header, withCredentials, asks }: Plan): {
  preflight: HeaderRow[];
  answer: HeaderRow[];
} {
  const both: HeaderRow[] = [
    ['Access-Control-Allow-Origin', page],
    ...(withCredentials ? [['Access-Control-Allow-Credentials', 'true'] satisfies HeaderRow] : []),
  ];
  const preflight: HeaderRow[] = [
    ...both,
    ['Access-Control-Allow-Methods', method],
    ...(header ? [['Access-Control-Allow-Headers', header] satisfies HeaderRow] : []),
  ];
  return { preflight: asks ? preflight : [], answer: both };
}

/** The system of a plan, with these rows in its answers. */
export function systemOf(
  plan: Plan,
  rows: { preflight: HeaderRow[]; answer: HeaderRow[] },
  preflightStatus = 204,
): Scenario {
  const { page, api, method, asks } = plan;
  const question: Route = { method: 'OPTIONS', path: '*', status: preflightStatus, headers: rows.preflight };
  const answer: Route = {
    method,
    path: '/items',
    status: 200,
    headers: [['Content-Type', 'text/plain'], ...rows.answer],
    body: 'tea',
  };
  const routes = asks && rows.preflight.length > 0 ? [question, answer] : [answer];
  return {
    version: 1,
    page: `${page}/`,
    frontend: codeFor(`${api}/items`, plan),
    servers: [{ origin: api, kind: 'headers', routes }],
  };
}

function codeFor(url: string, { method, header, withCredentials }: Plan): string {
  return fetchCode(url, [
    ...(method === 'GET' ? [] : [`method: '${method}'`]),
    ...(header ? [`headers: { '${header}': '1' }`] : []),
    ...(withCredentials ? [`credentials: 'include'`] : []),
  ]);
}

/** Code that asks for `url` with these options and logs the answer. */
export function fetchCode(url: string, options: readonly string[]): string {
  const list = options.map((option) => `  ${option},\n`).join('');
  const call = options.length === 0 ? `fetch('${url}')` : `fetch('${url}', {\n${list}})`;
  return `const response = await ${call};\nconsole.log(await response.text());\n`;
}
