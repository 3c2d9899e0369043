import type { Exchange, SimulationResult } from '@/scenario/result';
import type { Scenario } from '@/scenario/document';
import { originOf, pathOf } from './address';
import { exchangeRequests } from './exchange-requests';
import { answerLines, headersOfLines, requestLines, workLine } from './leg-words';
import type { Leg, Stop } from './run';

/** Every message of the run, in the order sent. Exchanges that no event mentions are drawn too: the result is the truth. */
export function legsOf(result: SimulationResult, scenario: Scenario, stops: readonly Stop[]): Leg[] {
  const requestOf = exchangeRequests(result);
  const verdicts = new Map(result.requests.map((request) => [request.id, request.response?.type]));
  const legs = result.exchanges.map((exchange): Leg => {
    const request = requestOf.get(exchange.id) ?? -1;
    const at = (...kinds: Stop['kind'][]) =>
      stops.find((stop) => stop.exchange === exchange.id && kinds.includes(stop.kind))?.index ?? null;
    const hop = /^[a-z][a-z0-9+.-]*:\/\//.test(exchange.from);
    const type = verdicts.get(request);
    const settled = stops.find((stop) => stop.request === request && stop.kind === 'settle');
    const end = settled?.at ?? stops.at(-1)?.at ?? 0;
    const abandoned = exchange.times.received === 0;
    return {
      request,
      exchange: exchange.id,
      kind: exchange.kind,
      from: hop ? originOf(exchange.from) : 'browser',
      to: originOf(exchange.url),
      ...timesOf(exchange, end),
      lost: !arrived(exchange) ? 'out' : exchange.status === 0 ? 'back' : null,
      sealed: exchange.kind === 'actual' && (type === 'opaque' || type === 'opaqueredirect'),
      arriveStop: at('arrive'),
      answerStop: at('answer', 'lost') ?? (abandoned ? (settled?.index ?? null) : null),
      out: requestLines(exchange),
      back: abandoned ? ['Abandoned'] : exchange.status === 0 ? ['Connection closed'] : answerLines(exchange),
      headers: headersOfLines(exchange),
      work: workLine(exchange, scenario, result.serverErrors),
    };
  });
  return [...legs, ...lostLegs(result, stops)].sort((a, b) => a.sent - b.sent || (a.exchange ?? 0) - (b.exchange ?? 0));
}

/** The run went on long enough for the message to arrive. */
export const arrived = ({ times }: Exchange): boolean => times.arrived > times.sent;

/** When the code gives up, or the run ends, what is under way has no times of its own: it is last seen then. */
function timesOf({ times }: Exchange, end: number): Exchange['times'] {
  const { sent, received } = times;
  if (received !== 0) return times;
  const last = Math.max(sent, end);
  if (times.arrived <= sent) return { sent, arrived: (sent + last) / 2, answered: (sent + last) / 2, received: last };
  const answered = times.answered >= times.arrived ? times.answered : Math.max(times.arrived, last);
  return { ...times, answered, received: Math.max(answered, last) };
}

/** Messages that never reached a server: there is no exchange, only the event that says so. */
function lostLegs(result: SimulationResult, stops: readonly Stop[]): Leg[] {
  const failed = stops.filter((stop) => stop.kind === 'lost' && stop.exchange === null);
  return failed.flatMap((stop): Leg[] => {
    const request = result.requests.find((candidate) => candidate.id === stop.request);
    if (!request) return [];
    const before = stops.filter((candidate) => candidate.request === stop.request && candidate.index < stop.index);
    const sent = before.at(-1)?.at ?? stop.at;
    const preflight = asksFirst(before);
    const middle = (sent + stop.at) / 2;
    const method = preflight ? 'OPTIONS' : request.method;
    return [
      {
        request: request.id,
        exchange: null,
        kind: preflight ? 'preflight' : 'actual',
        from: 'browser',
        to: originOf(request.url),
        sent,
        arrived: middle,
        answered: middle,
        received: stop.at,
        lost: 'out',
        sealed: false,
        arriveStop: null,
        answerStop: stop.index,
        out: [`${method} ${pathOf(request.url)}`],
        back: ['No answer'],
        headers: {},
        work: 'nobody answers here',
      },
    ];
  });
}

/** The last thing decided was to send a preflight. */
function asksFirst(before: readonly Stop[]): boolean {
  const last = before.findLast((stop) => stop.number !== null);
  return last?.step === 'cache-lookup' && last.answer === 'no';
}
