import type { RequestResult, SimulationResult } from '@/scenario/result';
import { isReadable } from './evaluate-goal';

/** A question asked before the run, whose true answer the run itself gives. */
export interface Prediction {
  ask: QuestionKey;
  /** Which request of the last visit, counted from 0. */
  request?: number;
  /** For `header-readable`: the header. */
  header?: string;
  /** Other words for the question. */
  question?: string;
  /** Answers that are not offered, such as one that speaks of what no lesson has explained yet. */
  without?: string[];
  /** What lies behind a wrong answer, by answer. */
  misconceptions: Record<string, string>;
}

interface Question {
  question: string;
  /** Answers and their words, in the order shown. */
  answers: Record<string, string>;
  truth: (about: About) => string | undefined;
}

interface About {
  result: SimulationResult;
  /** Undefined where there is no such request. */
  request: RequestResult | undefined;
  header: string;
}

const yesNo = { yes: 'Yes', no: 'No' };
const say = (yes: boolean): string => (yes ? 'yes' : 'no');

/** Every question a lesson can ask. */
export const questions = {
  'reaches-server': {
    question: 'Will the request reach the server?',
    answers: { yes: 'Yes', 'preflight-only': 'No, only the preflight will', no: 'No, nothing leaves the browser' },
    truth: ({ result, request }) => {
      const kinds = exchangesOf(result, request).map(({ kind }) => kind);
      return kinds.includes('actual') ? 'yes' : kinds.includes('preflight') ? 'preflight-only' : 'no';
    },
  },
  'code-may-read': {
    question: 'May the code read the answer?',
    answers: yesNo,
    truth: ({ request }) => request && say(isReadable(request)),
  },
  preflight: {
    question: 'Will the browser send a preflight first?',
    answers: yesNo,
    truth: ({ result, request }) =>
      request && say(exchangesOf(result, request).some(({ kind }) => kind === 'preflight')),
  },
  'same-origin': {
    question: 'Does the URL have the page’s origin?',
    answers: { yes: 'Yes, the same origin', no: 'No, another origin' },
    truth: ({ result, request }) => {
      const way = result.events.find((event) => event.step === 'cross-origin' && event.request === request?.id);
      return way?.answer && say(way.answer === 'no');
    },
  },
  'origin-header': {
    question: 'What will stand in the Origin header of the request?',
    answers: { origin: 'The page’s origin', null: 'The word null', absent: 'There will be no Origin header' },
    truth: ({ result, request }) => {
      const last = exchangesOf(result, request).at(-1);
      const value = last?.requestHeaders.find(([name]) => name.toLowerCase() === 'origin')?.[1];
      return last && (value === undefined ? 'absent' : value === 'null' ? 'null' : 'origin');
    },
  },
  'cookie-sent': {
    question: 'Will the request carry the cookie?',
    answers: yesNo,
    truth: ({ result, request }) =>
      request &&
      say(
        exchangesOf(result, request).some(
          ({ kind, requestHeaders }) =>
            kind === 'actual' && requestHeaders.some(([name]) => name.toLowerCase() === 'cookie'),
        ),
      ),
  },
  'header-readable': {
    question: 'Can the code read this header?',
    answers: yesNo,
    truth: ({ request, header }) =>
      request && say((request.response?.headers ?? []).some(([name]) => name.toLowerCase() === header.toLowerCase())),
  },
  promise: {
    question: 'What will the promise of fetch() do?',
    answers: { resolves: 'It resolves', rejects: 'It rejects' },
    truth: ({ request }) => request && (request.outcome === 'resolved' ? 'resolves' : 'rejects'),
  },
  'preflight-count': {
    question: 'How many preflights will be sent?',
    answers: { '0': 'None', '1': 'One', '2': 'Two', '3': 'Three' },
    truth: ({ result }) =>
      String(result.exchanges.filter(({ kind, visit }) => kind === 'preflight' && visit === undefined).length),
  },
  'where-stopped': {
    question: 'Where will it be stopped?',
    answers: {
      nowhere: 'Nowhere',
      before: 'Before anything is sent',
      preflight: 'At the answer to the preflight',
      answer: 'At the answer to the request itself',
    },
    truth: ({ result, request }) => {
      if (!request) return undefined;
      if (request.outcome === 'resolved') return 'nowhere';
      const last = exchangesOf(result, request).at(-1);
      return last ? (last.kind === 'preflight' ? 'preflight' : 'answer') : 'before';
    },
  },
} satisfies Record<string, Question>;

export type QuestionKey = keyof typeof questions;

const known: Record<QuestionKey, Question> = questions;

export const questionText = ({ ask, question }: Prediction): string => question ?? known[ask].question;

export const answersOf = ({ ask, without = [] }: Prediction): [answer: string, words: string][] =>
  Object.entries(known[ask].answers).filter(([answer]) => !without.includes(answer));

/** The answer that the run gives; undefined where it has none (there was no such request). */
export function truthOf({ ask, request = 0, header = '' }: Prediction, result: SimulationResult): string | undefined {
  const own = result.requests.filter(({ visit }) => visit === undefined);
  return known[ask].truth({ result, request: own[request], header });
}

/** What crossed the network for a request on the browser's account, in order. */
function exchangesOf(result: SimulationResult, request: RequestResult | undefined) {
  return (request?.exchanges ?? []).flatMap((id) => result.exchanges.find((exchange) => exchange.id === id) ?? []);
}
