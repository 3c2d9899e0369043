/** What seldom comes together with the rest: changes of a scenario that is otherwise complete. */

import { createHash } from 'node:crypto';
import type { Answer, HeaderPair, RecordedStep, Recording, StepRequest } from '../recording';
import { BODY } from './random-answers';
import type { RandomSource } from './random-source';

export interface Rarity {
  name: string;
  apply(recording: Recording, random: RandomSource): Recording;
}

type Values = readonly [string, ...string[]];

const digest = (algorithm: string) => `${algorithm}-${createHash(algorithm).update(BODY).digest('base64')}`;
const wrong = (algorithm: string) => `${algorithm}-${createHash(algorithm).update('other').digest('base64')}`;

const INTEGRITY: Values = [
  digest('sha256'),
  digest('sha512'),
  wrong('sha384'),
  `${wrong('sha256')} ${digest('sha256')}`,
  `${digest('sha256')} ${wrong('sha512')}`,
  `${digest('sha384')}?ct=x`,
  'md5-1B2M2Y8AsgTpgAmY7PhCfg==',
  'sha256-short',
  'bogus',
  ' ',
];
const REFERRERS: Values = ['', 'about:client', '/elsewhere?x=1#y', 'sub/page', 'https://evil.test/page', 'http://['];
const POLICIES: Values = ['no-referrer-when-downgrade', 'origin-when-cross-origin', 'strict-origin', '', 'bogus'];
const CACHING: readonly [HeaderPair[], ...HeaderPair[][]] = [
  [['Cache-Control', 'max-age=60']],
  [['Cache-Control', 'MAX-AGE="60"']],
  [['Cache-Control', 'private, max-age=60, immutable']],
  [['Cache-Control', 'no-cache, max-age=60']],
  [['Cache-Control', 's-maxage=60']],
  [['Cache-Control', 'max-age=0']],
  [
    ['Cache-Control', 'max-age=60'],
    ['Vary', 'Origin'],
  ],
  [
    ['Cache-Control', 'max-age=60'],
    ['Vary', 'X-Custom, Accept'],
  ],
  [
    ['Cache-Control', 'max-age=60'],
    ['Vary', '*'],
  ],
  [['ETag', '"v1"']],
  [
    ['ETag', 'W/"v1"'],
    ['Cache-Control', 'no-cache'],
  ],
  [['Last-Modified', 'Tue, 01 Jan 2019 00:00:00 GMT']],
  [['Expires', 'Tue, 01 Jan 2069 00:00:00 GMT']],
  [['Expires', '0']],
];
const SET_COOKIES: Values = [
  'c=1',
  'c=1; Path=/',
  'c=1; Path=/v1; Secure',
  'c=1; Path=/; SameSite=Lax',
  'c=1; Path=/; SameSite=None',
  'c=1; Path=/; SameSite=None; Secure; HttpOnly',
  'c=1; Path=/; SameSite=None; Secure; Partitioned',
  'c=1; Path=/; Secure; SameSite=Strict; Domain=example.com',
  'c=1; Path=/; Domain=.other.test; SameSite=None; Secure',
  'c=1; Path=/; Domain=wrong.test; SameSite=None; Secure',
  'c=1; Path=/; Max-Age=0; SameSite=None; Secure',
  'sid=; Path=/; Max-Age=-1; SameSite=None; Secure',
  'c=1; Path=/; Expires=Tue, 01 Jan 2069 00:00:00 GMT; SameSite=None; Secure',
  '__Host-c=1; Path=/; Secure; SameSite=None',
  '__Host-c=1; Path=/v1; Secure; SameSite=None',
  '__Secure-c=1; SameSite=None',
  'c; SameSite=None; Secure',
  '=c; SameSite=None; Secure',
];
const TYPES: Values = [
  'text/plain',
  'text/plain; charset=iso-8859-1',
  'application/xml',
  'application/octet-stream',
  'image/png',
  'nonsense',
  '',
];
const BODIES: Values = ['', 'caf\u00e9 \u20ac', '\ufeffwith a mark', '<p>not closed', 'x'.repeat(5000)];
const STATUSES = [
  202, 203, 205, 226, 302, 305, 306, 402, 405, 406, 409, 410, 412, 413, 416, 418, 422, 429, 451,
] as const;
const MORE_STATUSES = [501, 502, 503, 504, 511, 599] as const;
const EXPOSED: Values = ['X-Total,X-Secret', 'x-total;x-secret', '*, *', 'set-cookie2', 'content-type, etag', '\u00e9'];

/** A member of what fetch() is given. */
function member<Name extends keyof StepRequest>(
  name: Name,
  value: (random: RandomSource) => NonNullable<StepRequest[Name]>,
): Rarity {
  return {
    name,
    apply: (recording, random) => {
      const given = value(random);
      return changeSteps(recording, ({ request }) => ({
        request: request.api ? request : { ...request, [name]: given },
      }));
    },
  };
}

/** What the response, wherever it comes from, says besides. */
function answering(name: string, change: (answer: Answer, random: RandomSource) => Answer): Rarity {
  return {
    name,
    apply: (recording, random) => {
      const seed = random.number();
      const server = Object.entries(recording.server).map(([origin, { routes, ...one }]) => {
        const changed = { ...one, response: change(one.response, random.again(seed)) };
        const more = routes?.map((route) =>
          route.response ? { ...route, response: change(route.response, random.again(seed)) } : route,
        );
        return [origin, more ? { ...changed, routes: more } : changed];
      });
      return { ...recording, server: Object.fromEntries(server) as Recording['server'] };
    },
  };
}

function withHeaders(answer: Answer, headers: readonly HeaderPair[]): Answer {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return { ...answer, headers: [...answer.headers.filter(([name]) => !names.has(name.toLowerCase())), ...headers] };
}

/** Asked again, with another cache mode or the same. */
function asking(again: (request: StepRequest, random: RandomSource) => Partial<StepRequest>, rarity: Rarity): Rarity {
  return {
    name: rarity.name,
    apply: (recording, random) => {
      const changed = rarity.apply(recording, random);
      const last = changed.steps.at(-1)!;
      const { request } = last;
      return { ...changed, steps: [...changed.steps, { request: { ...request, ...again(request, random) } }] };
    },
  };
}

function changeSteps(recording: Recording, change: (step: RecordedStep) => RecordedStep): Recording {
  return { ...recording, steps: recording.steps.map((step) => ({ ...step, ...change(step) })) };
}

const CACHE_MODES = ['default', 'default', 'no-cache', 'force-cache', 'only-if-cached', 'reload', 'no-store'] as const;

const cacheAgain = ({ api, mode }: StepRequest, random: RandomSource): Partial<StepRequest> => {
  if (api) return {};
  const cache = random.pick(CACHE_MODES);
  return cache === 'only-if-cached' && mode !== 'same-origin' ? {} : { cache };
};

export const RARITIES: readonly [Rarity, ...Rarity[]] = [
  member('integrity', (random) => random.pick(INTEGRITY)),
  member('keepalive', () => true),
  member('referrer', (random) => random.pick(REFERRERS)),
  member('referrerPolicy', (random) => random.pick(POLICIES)),
  member('priority', (random) => random.pick(['high', 'low', 'auto'])),
  asking(
    cacheAgain,
    answering('caching', (answer, random) => withHeaders(answer, random.pick(CACHING))),
  ),
  asking(
    ({ api }) => ({ credentials: 'include', ...(api ? {} : { cache: 'no-store' }) }),
    answering('sets-cookie', (answer, random) => withHeaders(answer, [['Set-Cookie', random.pick(SET_COOKIES)]])),
  ),
  answering('type', (answer, random) => withHeaders(answer, [['Content-Type', random.pick(TYPES)]])),
  answering('body', (answer, random) => ({ ...answer, body: random.pick(BODIES) })),
  answering('rare-status', (answer, random) => ({
    ...answer,
    status:
      answer.status >= 300 && answer.status < 400
        ? answer.status
        : random.pick([...STATUSES, ...MORE_STATUSES] as const),
  })),
  answering('exposes', (answer, random) =>
    withHeaders(answer, [
      ['X-Total', '7'],
      ['X-Secret', '1'],
      ['ETag', '"v1"'],
      ['Access-Control-Expose-Headers', random.pick(EXPOSED)],
    ]),
  ),
  answering('referrer-policy', (answer, random) =>
    withHeaders(answer, [['Referrer-Policy', random.pick(['no-referrer', 'unsafe-url', 'origin, bogus', 'bogus'])]]),
  ),
];
