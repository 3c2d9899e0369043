import type { Exchange, SimulationResult, TimelineEvent } from '@/scenario/result';
import { originOf } from './address';
import { kindOf } from './kinds';
import { foreignWords } from './extension';
import { exchangeRequests } from './exchange-requests';
import { headerValue, members } from './headers';
import { causesMatch, type Match, matchOf } from './match';
import type { Stop } from './run';
import { plain } from './sentence';
import { stepWords } from './step-words';
import { conclusionOf, wordOf } from './stop-words';

/** A timer that fires sooner than this after the last moment is not worth a stop. Simulated milliseconds. */
const WAIT_WORTH_A_STOP = 100;

export interface StopList {
  stops: Stop[];
  /** For each event the stop from which it is known; -1 before the first stop. */
  known: number[];
}

/** The moments of the run at which the playhead can stop, in the order of the events. */
export function stopsOf(result: SimulationResult): StopList {
  const exchanges = new Map(result.exchanges.map((exchange) => [exchange.id, exchange]));
  const requests = exchangeRequests(result);
  const stops: Stop[] = [];
  const known: number[] = [];
  let numbered = 0;
  let last = 0;
  for (const event of result.events) {
    const kind = kindOf(event);
    const wait = kind === 'wait' && event.at - last < WAIT_WORTH_A_STOP;
    if (kind === 'note') noteOn(stops, event);
    else if (kind !== null && !wait) {
      const isDecision = kind === 'way' || kind === 'gate';
      if (isDecision) numbered += 1;
      const request = event.request ?? (event.exchange === undefined ? undefined : requests.get(event.exchange));
      stops.push(stopOf({ ...event, request }, kind, stops.length, isDecision ? numbered : null, exchanges));
    }
    known.push(stops.length - 1);
    last = event.at;
  }
  return { stops, known };
}

function noteOn(stops: Stop[], event: TimelineEvent): void {
  const own = stops.findLast((stop) => event.request === undefined || stop.request === event.request);
  if (own && event.text !== '') own.notes.push(event.text);
}

function stopOf(
  event: TimelineEvent,
  kind: Stop['kind'],
  index: number,
  number: number | null,
  exchanges: ReadonlyMap<number, Exchange>,
): Stop {
  const exchange = event.exchange === undefined ? null : (exchanges.get(event.exchange) ?? null);
  const words = stepWords(event, exchange?.kind ?? null);
  const decided = kind === 'way' || kind === 'gate';
  const foreign = foreignWords(event, exchange);
  const concluded = decided ? conclusionOf(event, exchange?.kind ?? null) : [event.text];
  const conclusion = foreign === '' ? concluded : [...concluded, foreign];
  return {
    index,
    kind,
    step: event.step,
    at: event.at,
    request: event.request ?? null,
    exchange: event.exchange ?? null,
    number,
    name: words.name,
    word: decided ? wordOf(event) : '',
    verdict: kind === 'gate' ? (event.verdict ?? null) : null,
    answer: event.answer ?? null,
    reason: event.reason ?? null,
    title: words.title,
    match: matchFor(event, exchanges),
    headers: headersOf(event),
    conclusion,
    sentence: event.text !== '' ? ofVisit(event) + foreign : `${words.title} ${plain(conclusion)}`.trim(),
    notes: [],
    spec: event.spec ?? null,
  };
}

function matchFor(event: TimelineEvent, exchanges: ReadonlyMap<number, Exchange>): Match | null {
  if (event.compared) return matchOf(event.step, event.compared);
  if (event.causes) return causesMatch(event.causes);
  return cacheMatch(event, exchanges) ?? cookieMatch(event, exchanges);
}

function headersOf({ compared, causes = [] }: TimelineEvent): string[] {
  if (compared) return [compared.right, compared.left].flatMap(({ header }) => header ?? []);
  return causes.flatMap(({ breaks, name }) => (breaks === 'method' || name === '' ? [] : [name]));
}

/** What a preflight that had to be sent asked for, against a cache that did not have it. */
function cacheMatch(event: TimelineEvent, exchanges: ReadonlyMap<number, Exchange>): Match | null {
  if (event.step !== 'cache-lookup' || event.answer !== 'no') return null;
  const preflight = [...exchanges.values()].find(({ kind, times }) => kind === 'preflight' && times.sent === event.at);
  if (!preflight) return null;
  const method = headerValue(preflight.requestHeaders, 'access-control-request-method');
  const names = members(headerValue(preflight.requestHeaders, 'access-control-request-headers'));
  return {
    kind: 'pair',
    holds: false,
    sign: 'is not in',
    left: { label: 'Needed', value: [...(method === null ? [] : [method]), ...names].join(', '), absent: 'none' },
    right: { label: 'Cached', value: null, absent: 'nothing that counts' },
  };
}

/** What the browser's cookies gave to the request that leaves at this moment. */
function cookieMatch(event: TimelineEvent, exchanges: ReadonlyMap<number, Exchange>): Match | null {
  if (event.step !== 'cookies-attached') return null;
  const sent = [...exchanges.values()].find(({ kind, times }) => kind === 'actual' && times.sent === event.at);
  if (!sent) return null;
  const value = headerValue(sent.requestHeaders, 'cookie');
  return {
    kind: 'pair',
    holds: value !== null,
    sign: value === null ? 'gets no' : 'gets',
    left: { label: 'Request to', value: originOf(sent.url), absent: 'none' },
    right: { label: 'Cookie', value, absent: 'none' },
  };
}

/** A request of an earlier visit is in no code on show. */
function ofVisit({ step, visit, text }: TimelineEvent): string {
  if (visit === undefined || step !== 'request-started') return text;
  return `On an earlier visit, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
