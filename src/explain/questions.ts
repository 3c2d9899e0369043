import type { Exchange } from '@/scenario/result';
import { originOf } from './address';
import { needOne } from './ask-first';
import { type AtDoor, doorOutcome, neverAsks } from './doors';
import { arrived } from './legs';
import type { Leg, Question, Stop } from './run';
import { type Sentence, join, list, say } from './sentence';

export interface Asked {
  door: AtDoor | null;
  stops: readonly Stop[];
  legs: readonly Leg[];
  exchanges: readonly Exchange[];
}

/** What people ask about a request: was there a preflight, did the request arrive, may the code read the answer? */
export function questionsOf(asked: Asked): Question[] {
  const { stops, legs } = asked;
  const end = stops.at(-1)?.index ?? 0;
  const decided =
    stops.findLast((stop) => stop.verdict === 'fail')?.index ??
    stops.find((stop) => stop.kind === 'settle')?.index ??
    end;
  const firstMessage = legs[0]?.arriveStop ?? legs[0]?.answerStop ?? decided;
  const actual = legs.find((leg) => leg.kind === 'actual');
  return [
    { ...preflightSent(asked), stop: firstMessage },
    { ...reachedServer(asked), stop: actual?.arriveStop ?? decided },
    { ...mayRead(asked), stop: decided },
  ];
}

type Answered = Omit<Question, 'stop'>;

function preflightSent({ door, stops, legs, exchanges }: Asked): Answered {
  const request = door?.request;
  const question = 'Preflight sent?';
  const no = (because: Sentence): Answered => ({ question, answer: 'No', good: true, because });
  const preflight = exchanges.find((exchange) => exchange.kind === 'preflight');
  const sent = legs.some((leg) => leg.kind === 'preflight');
  if (preflight) return { question, answer: 'Yes', good: true, because: causes(preflight, stops) };
  if (sent) return { question, answer: 'Yes', good: true, because: ['It got no answer.'] };
  if (request?.response?.type === 'default') return no(['Only browsers ask first.']);
  const way = (step: Stop['step']) => stops.findLast((stop) => stop.step === step);
  if (way('cache-lookup')?.answer === 'yes') return no(['The preflight cache already had the answer.']);
  if (way('cross-origin')?.answer === 'no') return no(['Same origin: CORS does not apply.']);
  const never = request && neverAsks(request);
  if (never) return no(never);
  if (request?.response?.type === 'opaque') return no(say`Mode ${'no-cors'} never asks.`);
  if (legs.length === 0) return no(['Nothing was sent at all.']);
  if (way('preflight-needed')?.answer === 'no')
    return no(['A safelisted method, and only safelisted request-headers.']);
  return no(['This request needs none.']);
}

/** Of the hop that the preflight was sent for: what makes a preflight needed, and not only what it asks for. */
function causes(preflight: Exchange, stops: readonly Stop[]): Sentence {
  const asked = stops.findLast(({ step, at }) => step === 'preflight-needed' && at <= preflight.times.sent);
  return needOne(asked?.match?.kind === 'rules' ? asked.match.rules : []);
}

function reachedServer({ door, exchanges, legs }: Asked): Answered {
  const request = door?.request;
  const question = 'Request reached the server?';
  const actual = exchanges.filter((exchange) => exchange.kind === 'actual' && !exchange.from.includes('://'));
  const method = request?.method ?? 'The request';
  if (actual.length > 0 && !actual.some(arrived)) {
    return { question, answer: 'No', good: false, because: ['The code gave up while it was on its way.'] };
  }
  if (actual.length > 0) {
    const preflighted = exchanges.some((exchange) => exchange.kind === 'preflight');
    const times = actual.length === 1 ? 'Once' : `${actual.length} times, redirected`;
    const status = actual.at(-1)?.status ?? 0;
    const workers = new Set(actual.map(({ url }) => originOf(url))).size;
    const because =
      status === 0
        ? [
            `${times}. ${actual.at(-1)?.times.received === 0 ? 'The code did not wait' : 'The server never answered it'}.`,
          ]
        : status >= 500
          ? [`${times}. The server answered ${status}.`]
          : preflighted
            ? [`${times}, after its preflight was allowed.`]
            : [`${times}. ${workers === 1 ? 'The server did its work' : `${workers} servers did their work`}.`];
    return { question, answer: 'Yes', good: true, because };
  }
  const no = (because: Sentence): Answered => ({ question, answer: 'No', good: false, because });
  if (exchanges.some((exchange) => exchange.kind === 'preflight')) {
    return no(say`Only ${'OPTIONS'} did. The ${method} stayed here.`);
  }
  if (legs.some((leg) => leg.lost !== null)) return no(['Nobody answered there.']);
  return no(['It never left the browser.']);
}

function mayRead({ door }: Asked): Answered {
  const request = door?.request;
  const question = 'May the code read the answer?';
  const no = (because: Sentence): Answered => ({ question, answer: 'No', good: false, because });
  if (!door || !request) return no(['The run ended before there was one.']);
  if (request.outcome === 'rejected') {
    if (request.initiator === 'beacon' || request.initiator === 'form')
      return no(['It does not even learn of the failure.']);
    if (request.error?.name === 'Event') return no(say`It gets an ${'error'} event and nothing else.`);
    return no(
      request.error
        ? join(
            [`It gets ${/^[AEIOU]/.test(request.error.name) ? 'an' : 'a'} `],
            say`${request.error.name} and nothing else.`,
          )
        : ['It gets an error.'],
    );
  }
  const outcome = doorOutcome(door);
  if (outcome) return { question, ...outcome.read };
  const response = request.response;
  if (response?.type === 'opaque') return no(say`Sealed: status ${0}, no headers, no body.`);
  if (response?.type === 'opaqueredirect') return no(['It only learns that there was a redirect.']);
  const names = (response?.headers ?? []).map(([name]) => name);
  const body = response?.body === null ? 'There is no body to read' : 'The body';
  const rest: Sentence =
    names.length === 0
      ? ['.']
      : names.length <= 2
        ? join([', and '], list(names), ['.'])
        : [`, and ${names.length} headers.`];
  return { question, answer: 'Yes', good: true, because: join([body], rest) };
}
