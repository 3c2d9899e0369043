import type { HeaderPair, StepRequest } from '../recording';
import type { RandomSource } from './random-source';

const LONG = 'a'.repeat(128);
const LONGER = 'a'.repeat(129);

const HEADERS: readonly HeaderPair[] = [
  ...['text/plain', 'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'].map(
    contentType,
  ),
  ...['text/plain;charset=utf-8', 'text/xml', '', 'foo', `text/plain;x=${LONG}`, 'TEXT/PLAIN'].map(contentType),
  ['Accept', 'application/json'],
  ['Accept', 'a/b(c)'],
  ['Accept', LONG],
  ['Accept', LONGER],
  ['Accept-Language', 'en-GB,en;q=0.5'],
  ['Accept-Language', 'en_GB'],
  ['Content-Language', 'de'],
  ['Content-Language', 'd@e'],
  ['Range', 'bytes=0-99'],
  ['Range', 'bytes=-5'],
  ['Range', 'bytes=0-1,5-6'],
  ['range', 'bytes=5-'],
  ['Authorization', 'Bearer token123'],
  ['X-Custom', 'one'],
  ['X-Custom', 'one'],
  ['X-Requested-With', 'XMLHttpRequest'],
  ['X-UPPER', 'A'],
  ['x-foo', '1'],
  ['X-Second', '2'],
  ['x-quote', 'a"b, c'],
  ['x-empty', ''],
  ['Idempotency-Key', '8'],
  ['Cache-Control', 'no-cache'],
  ['Pragma', 'no-cache'],
  ['If-None-Match', '"abc"'],
  ['Last-Event-ID', '1'],
  ['DPR', '2'],
  ['Save-Data', 'on'],
  ['Viewport-Width', '800'],
  ['ECT', '4g'],
  ['User-Agent', 'mine/1'],
  ['Priority', 'u=1'],
  ['Cookie', 'a=1'],
  ['Host', 'fake.test'],
  ['Origin', 'https://fake.test'],
  ['Referer', 'https://fake.test/'],
  ['DNT', '1'],
  ['Accept-Encoding', 'x-mine'],
  ['Set-Cookie', 'a=1'],
  ['Sec-Foo', '1'],
  ['Proxy-Foo', '1'],
  ['Access-Control-Request-Method', 'PUT'],
  ['X-HTTP-Method', 'GET'],
  ['X-HTTP-Method-Override', 'TRACE'],
  ['bad name', '1'],
];

function contentType(value: string): HeaderPair {
  return ['Content-Type', value];
}

/** Everything of a request but where it goes. */
export function randomRequest(random: RandomSource): Omit<StepRequest, 'url'> {
  const method = randomMethod(random);
  const headers = randomHeaders(random);
  const withBody = random.chance(isBodiless(method) ? 0.01 : 0.6);
  const body = withBody ? { body: random.pick(['x', '{"a":1}', 'a=1']) } : {};
  const common = { ...(method ? { method } : {}), ...(headers.length ? { headers } : {}), ...body };
  if (random.chance(0.2)) {
    return {
      api: 'xhr',
      ...common,
      ...(random.chance(0.4) ? { credentials: 'include' } : {}),
      ...(random.chance(0.15) ? { uploadListener: true } : {}),
    };
  }
  return {
    ...common,
    ...optional(random, 0.4, 'mode', () => random.weighted(MODES)),
    ...optional(random, 0.55, 'credentials', () => random.weighted(CREDENTIALS)),
    ...optional(random, 0.12, 'redirect', () => random.pick(['follow', 'manual', 'error'] as const)),
    ...optional(random, 0.07, 'cache', () => random.pick(CACHES)),
    ...optional(random, 0.03, 'referrerPolicy', () => random.pick(REFERRER_POLICIES)),
  };
}

const MODES = [
  ['cors', 20],
  ['no-cors', 10],
  ['same-origin', 7],
  ['navigate', 0.3],
] as [NonNullable<StepRequest['mode']>, number][];
const CREDENTIALS = [
  ['include', 6],
  ['same-origin', 2],
  ['omit', 1.5],
] as [NonNullable<StepRequest['credentials']>, number][];
const CACHES = ['default', 'no-cache', 'no-cache', 'no-store', 'reload', 'force-cache', 'only-if-cached'] as const;
const REFERRER_POLICIES = [
  'no-referrer',
  'origin',
  'same-origin',
  'unsafe-url',
  'strict-origin-when-cross-origin',
] as const;

function optional<Name extends string, Value>(
  random: RandomSource,
  probability: number,
  name: Name,
  value: () => Value,
) {
  return random.chance(probability) ? ({ [name]: value() } as Record<Name, Value>) : {};
}

export function randomMethod(random: RandomSource): string | undefined {
  return random.weighted<string | undefined>([
    [undefined, 34],
    ['GET', 5],
    ['HEAD', 5],
    ['POST', 18],
    ['PUT', 12],
    ['DELETE', 8],
    ['PATCH', 7],
    ['patch', 4],
    ['REPORT', 2],
    ['get', 1],
    ['put', 1],
    ['post', 1],
    ['delete', 1],
    ['Patch', 1],
    ['purge', 0.7],
    ['OPTIONS', 0.7],
    ['TRACE', 0.5],
    ['CONNECT', 0.5],
    ['G ET', 0.3],
  ]);
}

export function isBodiless(method = 'GET'): boolean {
  return /^(get|head)$/i.test(method);
}

export function randomHeaders(random: RandomSource): HeaderPair[] {
  if (random.chance(0.45)) return [];
  // Safelisted values that are too many together.
  if (random.chance(0.02)) return [1, 2, 3, 4, 5, 6, 7, 8].map((): HeaderPair => ['Accept', LONG]);
  const chosen = random.some(
    HEADERS,
    random.weighted([
      [1, 5],
      [2, 3],
      [3, 1.5],
      [4, 0.5],
    ]),
  );
  const first = chosen[0];
  return first && random.chance(0.03) ? [...chosen, first] : chosen;
}
