import type { Answer, RecordedStep } from '../recording';
import { randomHeaders } from './random-headers';
import { randomMethod } from './random-request';
import type { RandomSource } from './random-source';

const MAX_AGES = [
  ...(['600', '600', '0', '-1', '86400', 'abc', '1.5', '5, 10', ' 60 ', '+60', '1', '', '010', '60;', '"60"'] as const),
  ...(['1e3', '0x10', '99999999999999999999', '-0', '+0', '- 5', undefined] as const),
] as const;

/** The request once more, or one like it: what the CORS-preflight cache makes of it. */
export function randomAgain(random: RandomSource, step: RecordedStep, preflight: Answer) {
  const maxAge = random.pick(MAX_AGES);
  const how = random.pick([
    'identical',
    'identical',
    'other-header',
    'fewer-headers',
    'other-method',
    'other-credentials',
  ]);
  const { request } = step;
  const again: RecordedStep = { request: { ...request } };
  if (how === 'other-header')
    again.request.headers = [...(request.headers ?? []), ...randomHeaders(random), ['X-Again', '1']];
  if (how === 'fewer-headers') delete again.request.headers;
  if (how === 'other-credentials') again.request.credentials = request.credentials === 'include' ? 'omit' : 'include';
  if (how === 'other-method') {
    const method = randomMethod(random) ?? 'PUT';
    again.request.method = /^(get|head)$/i.test(method) && request.body !== undefined ? 'PUT' : method;
  }
  // Long enough for an entry of one second to be gone; the others are there for longer than anybody waits.
  if (maxAge === '1' && random.chance(0.5)) again.wait = 1600;
  const headers =
    maxAge === undefined
      ? preflight.headers
      : [...preflight.headers, ['Access-Control-Max-Age', maxAge] as [string, string]];
  return { again, preflight: { ...preflight, headers }, tags: [`again:${how}:max-age=${maxAge ?? 'none'}`] };
}
