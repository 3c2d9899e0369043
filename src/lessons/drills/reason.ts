import type { SimulationResult } from '@/scenario/result';
import { isReadable } from '../format/evaluate-goal';
import type { DrillQuestion } from './question';

/** Why the true answer is so: an answer to the very question, with the run's own words as the reason. */
export function drillReason({ kind, choices }: DrillQuestion, result: SimulationResult, truth?: string): string {
  const { events } = result;
  const first = (step: string): string => events.find((event) => event.step === step)?.text ?? '';
  const last = (step: string): string => events.findLast((event) => event.step === step)?.text ?? '';
  const failed = events.find(({ verdict }) => verdict === 'fail')?.text ?? '';
  const request = result.requests.at(-1);
  const own = result.exchanges.filter(({ id }) => request?.exchanges.includes(id));
  const passed = request !== undefined && isReadable(request);
  const verdict = passed
    ? `The code may read the answer. ${last('cors-check')}`.trim()
    : `The answer is kept back. ${failed}`;
  const words = (...sentences: string[]): string => sentences.filter(Boolean).join(' ');
  switch (kind) {
    case 'what-is-sent':
      return words(...arrival(own.map((each) => each.kind).join(','), first('preflight-needed'), failed));
    case 'preflight':
      return first('preflight-needed') || first('cross-origin');
    case 'cross-origin':
      return first('cross-origin');
    case 'origin-header': {
      const sent = own
        .findLast((each) => each.kind === 'actual')
        ?.requestHeaders.find(([name]) => name.toLowerCase() === 'origin')?.[1];
      return words(
        first('cross-origin'),
        sent === undefined ? 'No Origin header goes along.' : `What goes along is Origin: ${sent}.`,
      );
    }
    case 'header-readable':
      return last('response-filtered') || verdict;
    case 'cookie-sent':
      return (
        last('cookies-attached') || 'The code does not ask for credentials, so no cookie goes along to another origin.'
      );
    case 'which-row-is-missing': {
      const row = choices.find(({ id }) => id === truth)?.words;
      return words(`The answer is kept back. ${failed}`, row ? `It passes with ${row}.` : '');
    }
    default:
      return verdict;
  }
}

/** @param kinds the exchanges that took place, in order */
function arrival(kinds: string, need: string, failed: string): string[] {
  switch (kinds) {
    case 'actual':
      return [need, 'So the request is sent at once and arrives; what is checked is the answer.'];
    case 'preflight':
      return ['The preflight arrives, and the request stays at home.', failed];
    case 'preflight,actual':
      return [need, 'The preflight was answered well, so the request followed it.'];
    default:
      return ['Nothing leaves the browser.', failed];
  }
}
