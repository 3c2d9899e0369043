import type { ReadableResponse, SimulationResult } from '@/scenario/result';
import { originOf, pathOf } from './address';
import { headerValue } from './headers';
import { type Sentence, join, say } from './sentence';
import { serverErrorSentence } from './server-failure';

/**
 * Code that reads as JSON what is none stumbles over the answer, not over itself: what the answer is instead, and why.
 * @param error what was thrown, in the words of a browser: all of them speak of JSON there
 * @returns null where the run has no such answer
 */
export function noJsonBehind({ requests, serverErrors }: SimulationResult, error: string): Sentence | null {
  if (!/^SyntaxError: .*JSON/s.test(error)) return null;
  // V8 shows a piece of the text.
  const shown = /"([^]+)"(?:\.\.\.)? is not valid JSON$/.exec(error)?.[1] ?? '';
  const request = requests.findLast(
    ({ visit, response }) =>
      visit === undefined && response && isNoJson(response.body) && (response.body ?? '').includes(shown),
  );
  if (!request?.response) return null;
  const { method, url, response } = request;
  const failed = response.status >= 500 && serverErrors?.find(({ origin }) => originOf(origin) === originOf(url));
  return join(
    say`${`${method} ${pathOf(url)}`} was answered with ${`${response.status} ${response.statusText}`.trim()}, and the body is `,
    bodyOf(response),
    ['. '],
    failed ? join(serverErrorSentence(failed), [' ']) : [],
  );
}

function isNoJson(body: string | null): boolean {
  try {
    JSON.parse(body ?? '');
    return false;
  } catch {
    return true;
  }
}

function bodyOf({ type, headers, body }: ReadableResponse): Sentence {
  if (type === 'opaque') return ['hidden from code, which reads it as empty'];
  if (!body?.trim()) return ['empty'];
  const [essence = ''] = (headerValue(headers, 'content-type') ?? '').split(';');
  if (/^\s*<(!doctype html|html)\b/i.test(body) || essence === 'text/html') return ['HTML, not JSON'];
  return essence === '' || /[/+]json$/i.test(essence) ? ['no valid JSON'] : say`${essence}, not JSON`;
}
