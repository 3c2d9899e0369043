import type { PreflightCause } from '@/engine';
import type { Exchange, RequestResult, TimelineEvent } from '@/scenario/result';
import { CREDENTIALS, METHOD, named, UPLOAD } from './parts';
import { missingNames } from './reason-sentence';
import type { Mark, Stop } from './run';
import type { SourceText } from './source-text';

/** Lines of the page's code, each with what is said about it. */
type Said = Pick<Mark, 'line' | 'text' | 'piece'>[];

/** What in the page's code a stop is about: the part of the call that it asks for, else the call. */
export function pageLines(
  event: TimelineEvent,
  stop: Stop,
  { line }: RequestResult,
  exchange: Exchange | undefined,
  source: SourceText,
): Said {
  if (line === undefined) return [];
  const at = (text: string, part?: RegExp): Said[number] => ({
    line,
    text,
    ...(part && source.find(part, line)),
  });
  if (stop.kind === 'call' || stop.kind === 'settle') return [at('')];
  if (event.step === 'preflight-needed') {
    return (event.causes ?? []).map((cause) => at('needs a preflight', partOf(cause)));
  }
  if (event.step === 'method-check') return [at('asks for this', METHOD)];
  if (stop.verdict !== 'fail') return [];
  if (event.step === 'headers-check') {
    return missingNames(stop, exchange ?? null).map((name) => at('asks for this', named(name)));
  }
  const { reason } = event;
  if (reason === 'allow-origin-wildcard-with-credentials' || reason === 'allow-credentials-not-true') {
    return [at('asks with credentials', CREDENTIALS)];
  }
  return stop.match === null ? [] : [at('asked here')];
}

/** How the page's code says what made a preflight necessary; undefined: not in words of its own. */
function partOf({ breaks, name }: PreflightCause): RegExp | undefined {
  if (breaks === 'method') return METHOD;
  if (breaks === 'upload-listener') return UPLOAD;
  return name === '' ? undefined : named(name);
}
