import type { Reason } from '@/engine';
import type { HeaderRow, Route, Scenario } from '@/scenario/document';
import type { Random } from './random';

/** One thing that can be wrong with a policy that is otherwise complete; `none`: nothing is. */
export const faults = [
  'none',
  'allow-origin-missing',
  'allow-origin-mismatch',
  'preflight-unanswered',
  'preflight-status',
  'method-not-allowed',
  'header-not-allowed',
  'wildcard-with-credentials',
  'allow-credentials-missing',
  'two-origins',
  'slash-at-the-end',
] as const;
export type Fault = (typeof faults)[number];

/** From which level on a fault is asked about. */
const levelOf: Record<Fault, number> = {
  none: 1,
  'allow-origin-missing': 1,
  'allow-origin-mismatch': 1,
  'preflight-unanswered': 2,
  'method-not-allowed': 2,
  'header-not-allowed': 2,
  'preflight-status': 3,
  'slash-at-the-end': 3,
  'two-origins': 4,
  'wildcard-with-credentials': 4,
  'allow-credentials-missing': 5,
};

export const hardest = 5;

export const faultsUpTo = (level: number): Fault[] => faults.filter((fault) => levelOf[fault] <= level);

const needsPreflight: readonly Fault[] = [
  'preflight-unanswered',
  'preflight-status',
  'method-not-allowed',
  'header-not-allowed',
];
const needsCredentials: readonly Fault[] = ['wildcard-with-credentials', 'allow-credentials-missing'];

/** A page, a request and a server whose policy fits, but for the fault. */
export function systemWith(fault: Fault, level: number, random: Random): Scenario {
  const page = random.pick(['https://app.example.com', 'https://shop.example', 'http://localhost:3000']);
  const api = random.pick(['https://api.example.com', 'https://data.example', 'https://api.shop.example']);
  const asks = needsPreflight.includes(fault) || (level > 1 && random.below(2) === 0);
  const withCredentials = needsCredentials.includes(fault) || (level > 3 && random.below(3) === 0);
  const method = asks ? random.pick(['PUT', 'DELETE', 'PATCH']) : 'GET';
  const header =
    fault === 'header-not-allowed' || (asks && random.below(2) === 0) ? random.pick(['X-Trace', 'Authorization']) : '';

  const origin: HeaderRow[] = originRows(fault, page);
  const credentials: HeaderRow[] =
    withCredentials && fault !== 'allow-credentials-missing' ? [['Access-Control-Allow-Credentials', 'true']] : [];
  const question: Route = {
    method: 'OPTIONS',
    path: '*',
    status: fault === 'preflight-status' ? random.pick([401, 404, 405]) : 204,
    headers: [
      ...origin,
      ...credentials,
      ['Access-Control-Allow-Methods', fault === 'method-not-allowed' ? 'GET, POST' : `GET, POST, ${method}`],
      [
        'Access-Control-Allow-Headers',
        fault === 'header-not-allowed' || !header ? 'Content-Type' : `Content-Type, ${header}`,
      ],
    ],
  };
  const answer: Route = {
    method,
    path: '/items',
    status: 200,
    headers: [['Content-Type', 'text/plain'], ...origin, ...credentials],
    body: 'tea',
  };
  return {
    version: 1,
    page: `${page}/`,
    frontend: codeFor(`${api}/items`, method, header, withCredentials),
    servers: [
      {
        origin: api,
        kind: 'headers',
        routes: asks && fault !== 'preflight-unanswered' ? [question, answer] : [answer],
      },
    ],
  };
}

function originRows(fault: Fault, page: string): HeaderRow[] {
  const row = (value: string): HeaderRow => ['Access-Control-Allow-Origin', value];
  switch (fault) {
    case 'allow-origin-missing':
      return [];
    case 'allow-origin-mismatch':
      return [row('https://www.other.example')];
    case 'two-origins':
      return [row(page), row('https://www.other.example')];
    case 'slash-at-the-end':
      return [row(`${page}/`)];
    case 'wildcard-with-credentials':
      return [row('*')];
    default:
      return [row(page)];
  }
}

function codeFor(url: string, method: string, header: string, withCredentials: boolean): string {
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',\n`]),
    ...(header ? [`  headers: { '${header}': '1' },\n`] : []),
    ...(withCredentials ? [`  credentials: 'include',\n`] : []),
  ];
  const call = options.length === 0 ? `fetch('${url}')` : `fetch('${url}', {\n${options.join('')}})`;
  return `const response = await ${call};\nconsole.log(await response.text());\n`;
}

/** What the console says of a failed rule in Chromium: enough of the sentence to know it by. */
export const consoleWords: Partial<Record<Reason, string>> = {
  'allow-origin-missing': "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  'allow-origin-mismatch': 'that is not equal to the supplied origin.',
  'allow-origin-multiple-values': 'contains multiple values',
  'allow-origin-wildcard-with-credentials': "must not be the wildcard '*'",
  'allow-credentials-not-true': "which must be 'true' when the request's credentials mode is 'include'.",
  'preflight-status-not-ok': 'It does not have HTTP ok status.',
  'method-not-allowed': 'is not allowed by Access-Control-Allow-Methods in preflight response.',
  'header-not-allowed': 'is not allowed by Access-Control-Allow-Headers in preflight response.',
};
