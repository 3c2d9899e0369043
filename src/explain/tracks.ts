import type { Reason } from '@/engine';
import type { Scenario } from '@/scenario/document';
import type { Exchange, RequestResult, SimulationResult } from '@/scenario/result';
import { pathOf } from './address';
import { permittedByExtension } from './extension';
import { type AtDoor, doorOutcome, eventOf } from './doors';
import { ladderOf } from './ladder';
import { pageOrigin } from './lanes';
import { questionsOf } from './questions';
import { reasonSentence } from './reason-sentence';
import { assignRows } from './rows';
import type { Leg, Stop, Track } from './run';
import { type Sentence, join, list, say, sayError } from './sentence';
import { serverFailure, whyNobodyListens } from './server-failure';

/** One track for each request that the result lists or an event mentions. */
export function tracksOf(
  result: SimulationResult,
  scenario: Scenario,
  stops: readonly Stop[],
  legs: readonly Leg[],
): Track[] {
  const known = new Map(result.requests.map((request) => [request.id, request]));
  const ids = [
    ...new Set([...known.keys(), ...stops.flatMap((stop) => (stop.request === null ? [] : [stop.request]))]),
  ];
  const exchanges = new Map(result.exchanges.map((exchange) => [exchange.id, exchange]));
  const tracks = ids.map((id) => trackOf(id, known.get(id) ?? null, { result, scenario, stops, legs, exchanges }));
  const spans = tracks.map((track) => ({
    from: track.stops[0] ?? 0,
    to: track.settledAt ?? (track.stops.length > 0 ? stops.length : 0),
  }));
  const order = tracks.map((_, index) => index).sort((a, b) => spans[a]!.from - spans[b]!.from || a - b);
  const rows = assignRows(order.map((index) => spans[index]!));
  return tracks.map((track, index) => ({ ...track, row: rows[order.indexOf(index)] ?? 0 }));
}

interface Surroundings {
  result: SimulationResult;
  scenario: Scenario;
  stops: readonly Stop[];
  legs: readonly Leg[];
  exchanges: ReadonlyMap<number, Exchange>;
}

function trackOf(id: number, request: RequestResult | null, around: Surroundings): Track {
  const { stops, legs, exchanges } = around;
  const earlier = around.scenario.earlier?.[request?.visit ?? -1];
  const scenario = earlier ? { ...around.scenario, page: earlier.page, sandbox: earlier.sandbox } : around.scenario;
  const own = stops.filter((stop) => stop.request === id);
  const ownLegs = legs.filter((leg) => leg.request === id);
  const ownExchanges = ownLegs.flatMap((leg) => (leg.exchange === null ? [] : (exchanges.get(leg.exchange) ?? [])));
  const closed = own.findLast((stop) => stop.verdict === 'fail') ?? null;
  const kindOf = (exchange: number | null) => (exchange === null ? null : (exchanges.get(exchange)?.kind ?? null));
  const door = request && {
    request,
    answer: ownExchanges.findLast(({ kind }) => kind === 'actual') ?? null,
    browser: scenario.browser ?? 'chromium',
  };
  return {
    request: id,
    initiator: request?.initiator ?? 'fetch',
    earlier: earlier ? pageOrigin(scenario) : null,
    method: request?.method ?? '',
    url: request?.url ?? '',
    path: request ? pathOf(request.url) : '',
    verdict: request?.verdict ?? null,
    reason: request?.reason ?? null,
    row: 0,
    stops: own.map((stop) => stop.index),
    legs: ownLegs,
    closedAt: closed?.index ?? null,
    settledAt: own.findLast((stop) => stop.kind === 'settle')?.index ?? null,
    got: door && gotOf(door),
    prevented: closed ? preventedBy(closed, kindOf(closed.exchange), request, ownLegs) : '',
    sentence: door
      ? sentenceOf(door, { ...around, scenario, legs: ownLegs }, closed)
      : ['The request was not settled.'],
    questions: questionsOf({ door, stops: own, legs: ownLegs, exchanges: ownExchanges }),
    ladder: ladderOf(own, kindOf),
  };
}

function gotOf(door: AtDoor): Track['got'] {
  const { request } = door;
  const event = eventOf(door);
  if (event) return event;
  if (request.outcome === 'rejected') {
    return { name: request.error?.name ?? 'Error', detail: request.error?.message ?? '' };
  }
  const type = request.response?.type;
  if (type === 'opaque' || type === 'opaqueredirect') return { name: 'Response', detail: 'sealed' };
  return { name: 'Response', detail: 'readable' };
}

function preventedBy(
  closed: Stop,
  kind: 'preflight' | 'actual' | null,
  request: RequestResult | null,
  legs: readonly Leg[],
): string {
  const method = request?.method || 'The request';
  if (kind === 'preflight') return `${method} is never sent`;
  if (kind === 'actual' && closed.step === 'redirect-check') return 'the redirect is not followed';
  if (kind === 'actual' || legs.length > 0) return 'the answer is kept from the code';
  return `${method} is never sent`;
}

function sentenceOf(door: AtDoor, { result, scenario, legs, exchanges }: Surroundings, closed: Stop | null): Sentence {
  const { request } = door;
  if (request.outcome !== 'rejected') return allowedSentence(door, scenario, legs, exchanges);
  if (!request.reason) {
    return request.error ? ['The request failed: ', sayError(request.error.message)] : ['The request failed.'];
  }
  const id = closed?.exchange ?? legs.at(-1)?.exchange ?? null;
  const exchange = id === null ? null : (exchanges.get(id) ?? null);
  const failure =
    (request.reason === 'connection-closed' && serverFailure(result, exchange)) ||
    (request.reason === 'connection-refused' && whyNobodyListens(result, request));
  if (failure) return failure;
  const sentence = reasonSentence(request.reason, {
    request,
    stop: closed,
    exchange,
    origin: pageOrigin(scenario),
    reached: legs.some((leg) => leg.kind === 'actual' && leg.lost === null),
  });
  return NOBODY_THERE.has(request.reason) ? join(sentence, knownServers(scenario)) : sentence;
}

const NOBODY_THERE: ReadonlySet<Reason> = new Set<Reason>(['name-not-resolved', 'connection-refused']);

/** Where a request would have found somebody. */
function knownServers({ servers }: Scenario): Sentence {
  if (servers.length === 0) return [' There is no server in this case.'];
  const origins = list(servers.map(({ origin }) => origin));
  return join([servers.length === 1 ? ' The server here is ' : ' The servers here are '], origins, ['.']);
}

function allowedSentence(
  atDoor: AtDoor,
  scenario: Scenario,
  legs: readonly Leg[],
  exchanges: Surroundings['exchanges'],
): Sentence {
  const { request } = atDoor;
  const door = doorOutcome(atDoor);
  if (door) return door.sentence;
  const type = request.response?.type;
  if (type === 'opaque') {
    return say`The ${request.method} was sent in mode ${'no-cors'}; its answer arrived sealed, so the code cannot read it.`;
  }
  if (type === 'opaqueredirect') {
    return say`The answer is a redirect and the redirect mode is ${'manual'}; the code learns nothing more.`;
  }
  if (type === 'default') {
    const asker = scenario.client === 'curl' ? 'curl' : 'A native app';
    return [`${asker} has no same-origin policy: it reads every answer.`];
  }
  const preflight = legs.some((leg) => leg.kind === 'preflight');
  const status = request.response?.status ?? 0;
  const isError = status >= 400;
  const answer = isError ? `the answer, a ${status}` : 'the answer';
  if (type === 'basic' && !request.response?.redirected) {
    return join(say`Page and URL share the origin ${pageOrigin(scenario)}`, [`; the code may read ${answer}.`]);
  }
  const answers = legs.flatMap(({ exchange }) => exchanges.get(exchange ?? -1) ?? []);
  if (answers.some(permittedByExtension)) {
    return join(say`The extension, not the server, allows the origin ${pageOrigin(scenario)}`, [
      `; the code may read ${answer}.`,
    ]);
  }
  if (preflight) {
    return join(say`The preflight allowed the ${request.method}`, [`; the code may read ${answer}.`]);
  }
  return join(say`The answer allows the origin ${pageOrigin(scenario)}`, [
    `; the code may read ${isError ? answer : 'it'}.`,
  ]);
}
