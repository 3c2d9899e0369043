/** What can be wrong, or only look wrong, with an answer. */

import type { Answer, HeaderPair } from '../recording';
import type { Need } from './random-answers';

export interface Change {
  name: string;
  apply(answer: Answer, need: Need): Answer;
}

type Values = Record<string, (need: Need) => string[]>;

/** Values of a header in place of what was there, one header a value. */
function setting(header: string, short: string, values: Values): Change[] {
  return Object.entries(values).map(([name, give]) => ({
    name: `${short}:${name}`,
    apply: (answer, need) => ({
      ...answer,
      headers: [
        ...answer.headers.filter(([each]) => each.toLowerCase() !== header.toLowerCase()),
        ...give(need).map((value): HeaderPair => [header, value]),
      ],
    }),
  }));
}

const names = ({ headerNames }: Need): string => (headerNames.length ? headerNames.join(', ') : 'x-custom');

const ORIGINS: Values = {
  exact: ({ origin }) => [origin],
  missing: () => [],
  '*': () => ['*'],
  null: () => ['null'],
  wrong: () => ['https://wrong.test'],
  upper: ({ origin }) => [origin.toUpperCase()],
  slash: ({ origin }) => [`${origin}/`],
  scheme: ({ origin }) => [origin.replace(/^https?:/, (scheme) => (scheme === 'https:' ? 'http:' : 'https:'))],
  'no-scheme': ({ origin }) => [origin.replace(/^https?:\/\//, '')],
  'default-port': ({ origin }) => [`${origin}:443`],
  spaces: ({ origin }) => [`  ${origin} `],
  empty: () => [''],
  'invalid-word': () => ['yes'],
  quoted: ({ origin }) => [`"${origin}"`],
  'star-quoted': () => ['"*"'],
  'two-values': ({ origin }) => [`${origin}, https://b.test`],
  'two-values-star': ({ origin }) => [`*, ${origin}`],
  'space-list': ({ origin }) => [`${origin} https://b.test`],
  'trailing-comma': ({ origin }) => [`${origin},`],
  'wildcard-sub': () => ['https://*.example.com'],
  'two-headers-same': ({ origin }) => [origin, origin],
  'two-headers-differ': ({ origin }) => [origin, 'https://b.test'],
  'two-headers-stars': () => ['*', '*'],
};

const CREDENTIALS: Values = {
  true: () => ['true'],
  missing: () => [],
  True: () => ['True'],
  TRUE: () => ['TRUE'],
  false: () => ['false'],
  '1': () => ['1'],
  empty: () => [''],
  quoted: () => ['"true"'],
  'true-spaces': () => ['  true '],
  'true,true': () => ['true, true'],
  'two-headers': () => ['true', 'true'],
};

const METHODS: Values = {
  '*': () => ['*'],
  missing: () => [],
  others: () => ['GET, HEAD'],
  lower: ({ method }) => [method.toLowerCase()],
  upper: ({ method }) => [method.toUpperCase()],
  empty: () => [''],
  'empty-items': ({ method }) => [`,${method},,`],
  tabs: ({ method }) => [`GET,\t${method}`],
  quoted: ({ method }) => [`"${method}"`],
  semicolon: ({ method }) => [`GET; ${method}`],
  'no-comma': ({ method }) => [`GET ${method}`],
  'invalid-token': ({ method }) => [`${method}, P(T`],
  'star-in-list': () => ['GET, *'],
  'two-headers': ({ method }) => ['GET', method],
};

const HEADERS: Values = {
  '*': () => ['*'],
  missing: () => [],
  empty: () => [''],
  upper: (need) => [names(need).toUpperCase()],
  spaces: (need) => [` ${names(need)} `],
  tabs: (need) => [names(need).replaceAll(', ', ',\t')],
  quoted: (need) => [`"${names(need)}"`],
  semicolon: (need) => [`accept; ${names(need)}`],
  'no-comma': (need) => [`accept ${names(need)}`],
  'empty-items': (need) => [`,,${names(need)},`],
  'invalid-token': (need) => [`${names(need)}, a b`],
  'invalid-token-paren': (need) => [`${names(need)}, a(b`],
  'drop-one': ({ headerNames }) => [headerNames.slice(1).join(', ') || 'x-other'],
  '*,list': (need) => [`*, ${names(need)}`],
  '*,authorization': () => ['*, authorization'],
  'two-headers': (need) => names(need).split(', ').concat('x-other'),
};

const EXPOSED: Values = {
  '*': () => ['*'],
  list: () => ['x-total, x-secret'],
  lower: () => ['etag'],
  '*,list': () => ['*, x-total'],
  'set-cookie': () => ['set-cookie, x-total'],
  'empty-items': () => [',x-total,,'],
  'no-comma': () => ['x-total x-secret'],
  quoted: () => ['"x-total"'],
  'invalid-token': () => ['x-total, a b'],
  'two-headers': () => ['x-total', 'x-secret'],
};

const RESOURCE_POLICIES: Values = {
  'same-origin': () => ['same-origin'],
  'same-site': () => ['same-site'],
  'cross-origin': () => ['cross-origin'],
  bogus: () => ['bogus'],
};

const STATUSES = [200, 201, 204, 206, 299, 300, 301, 304, 307, 308, 400, 401, 403, 404, 500];

export const CHANGES = [
  ...setting('Access-Control-Allow-Origin', 'acao', ORIGINS),
  ...setting('Access-Control-Allow-Credentials', 'acac', CREDENTIALS),
  ...setting('Access-Control-Allow-Methods', 'acam', METHODS),
  ...setting('Access-Control-Allow-Headers', 'acah', HEADERS),
  ...setting('Access-Control-Expose-Headers', 'aceh', EXPOSED),
  ...setting('Cross-Origin-Resource-Policy', 'corp', RESOURCE_POLICIES),
  ...STATUSES.map((status): Change => ({ name: `status:${status}`, apply: (answer) => ({ ...answer, status }) })),
  { name: 'abort', apply: (answer: Answer) => ({ ...answer, abort: true }) },
] as unknown as readonly [Change, ...Change[]];
