import type { TimelineEvent } from '@/scenario/result';
import { askFirst } from './ask-first';
import { members } from './headers';
import { textOf } from './match';
import { closedWords } from './closed-words';
import { type Sentence, join, list, say } from './sentence';

/** What a way or a gate found, in a word: it stands below the stop in the picture. */
export function wordOf(event: TimelineEvent): string {
  if (event.answer) return event.answer;
  const right = event.compared?.right.value ?? null;
  const failed = event.verdict === 'fail';
  switch (event.step) {
    case 'cors-check':
      return failed ? corsFailure(event) : right === '*' ? 'any origin' : 'equal';
    case 'credentials-check':
      return failed ? (right === null ? 'missing' : 'not true') : 'true';
    case 'preflight-status-check':
      return (event.compared && textOf(event.compared.left)) || (failed ? 'not ok' : 'ok');
    case 'method-check':
      return failed ? 'not listed' : members(right).includes('*') ? 'any' : 'listed';
    case 'headers-check':
      return failed ? 'missing' : 'listed';
    case 'http-cache-lookup':
      return 'nothing';
    default:
      return failed ? 'refused' : 'ok';
  }
}

function corsFailure(event: TimelineEvent): string {
  switch (event.reason) {
    case 'allow-origin-missing':
      return 'missing';
    case 'allow-origin-multiple-values':
      return 'several';
    case 'allow-origin-invalid':
      return 'invalid';
    case 'allow-origin-wildcard-with-credentials':
      return '* not valid';
    default:
      return 'differs';
  }
}

/** The last line of the callout: what follows from the comparison. */
export function conclusionOf(event: TimelineEvent, exchange: 'preflight' | 'actual' | null): Sentence {
  if (event.verdict) return join([event.verdict === 'pass' ? 'Open. ' : 'Closed. '], gateConclusion(event, exchange));
  return wayConclusion(event);
}

function wayConclusion(event: TimelineEvent): Sentence {
  const yes = event.answer === 'yes';
  switch (event.step) {
    case 'cross-origin':
      return yes ? ['Different origins: the same-origin policy applies.'] : ['Same origin: CORS does not apply.'];
    case 'preflight-needed':
      if (!yes) return ['Nothing here needs asking first.'];
      return askFirst(event.causes ?? []);
    case 'cache-lookup':
      return yes ? cacheConclusion(event) : ['Nothing there that counts: send a preflight.'];
    case 'redirect':
      return yes ? ['The browser follows, with a new request.'] : ['No redirect.'];
    case 'cookies-attached':
      return yes ? ['Cookies go along.'] : ['No cookies go along.'];
    case 'http-cache-lookup':
      return yes ? ['The stored response is used.'] : ['Nothing stored: ask the server.'];
    default:
      return [event.text];
  }
}

/** How old the permission is, and how long it lasts. */
function cacheConclusion({ at, cache: [entry] = [] }: TimelineEvent): Sentence {
  if (!entry) return ['An earlier answer still counts: no preflight.'];
  const age = at - entry.stored;
  const old = age < 1000 ? `${Math.round(age)} ms` : `${Math.floor(age / 1000)} s`;
  return [
    `An answer ${old} old, kept for ${Math.round((entry.expires - entry.stored) / 1000)} s, still counts: no preflight.`,
  ];
}

function gateConclusion(event: TimelineEvent, exchange: 'preflight' | 'actual' | null): Sentence {
  const failed = event.verdict === 'fail';
  const left = (event.compared && textOf(event.compared.left)) ?? '';
  const right = event.compared ? textOf(event.compared.right) : null;
  switch (event.step) {
    case 'cors-check':
      if (failed) return corsClosed(event, right);
      if (right === '*') return say`${'*'} allows every origin.`;
      return exchange === 'actual' ? ['The code may read the answer.'] : ['Byte for byte the same.'];
    case 'credentials-check':
      if (!failed) return say`It says ${'true'}.`;
      if (right === null) return ['The header is missing.'];
      return right.toLowerCase() === 'true' ? say`Only ${'true'} in lower case counts.` : say`Only ${'true'} counts.`;
    case 'preflight-status-check':
      return failed ? say`${left} is not an ok status.` : say`${left} is an ok status.`;
    case 'method-check':
      if (!failed && members(right).includes('*')) return say`${'*'} allows every method.`;
      if (!failed && !members(right).includes(left)) return say`${left} needs no listing.`;
      if (!failed) return say`${left} is in the list.`;
      return right === null ? say`No list, and ${left} needs one.` : say`The list has no ${left}.`;
    case 'headers-check': {
      if (!failed) return ['Every name is in the list.'];
      return join(['The list has no '], list(event.compared?.missing ?? members(left)), ['.']);
    }
    default:
      return failed ? closedWords(event) : [event.text];
  }
}

function corsClosed(event: TimelineEvent, right: string | null): Sentence {
  switch (event.reason) {
    case 'allow-origin-missing':
      return ['The answer names no origin.'];
    case 'allow-origin-multiple-values':
      return ['One origin is allowed here, not a list.'];
    case 'allow-origin-invalid':
      return say`${right ?? ''} is not an origin.`;
    case 'allow-origin-wildcard-with-credentials':
      return say`With credentials, ${'*'} does not count.`;
    default:
      return ['Not byte for byte the same.'];
  }
}
