import type { StepRequest } from '../recording';
import { randomHeaders } from './random-headers';
import type { RandomSource } from './random-source';

/** Everything of a request but where it goes. */
export function randomRequest(random: RandomSource): Omit<StepRequest, 'url'> {
  const method = randomMethod(random);
  const headers = randomHeaders(random);
  const withBody = random.chance(isBodiless(method) ? 0.01 : 0.6);
  const body = withBody ? { body: random.pick(['x', '{"a":1}', 'a=1', '']) } : {};
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
  'no-referrer-when-downgrade',
  'origin',
  'origin-when-cross-origin',
  'same-origin',
  'strict-origin',
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
    ['QUERY', 0.5],
    ['head', 0.4],
    ['TRACK', 0.2],
    ['options', 0.2],
    ['pOsT', 0.2],
  ]);
}

function isBodiless(method = 'GET'): boolean {
  return /^(get|head)$/i.test(method);
}
