import type { Route, Scenario } from '@/scenario/document';
import type { Exchange, SimulationResult, TimelineEvent } from '@/scenario/result';
import { originOf } from './address';
import { missingNames } from './reason-sentence';
import type { Mark, Run, Stop } from './run';
import { titleCase } from './headers';

type Tone = Mark['tone'];

/** The lines and header rows that the stops of the run point at. */
export function marksOf(
  result: SimulationResult,
  scenario: Scenario,
  stops: readonly Stop[],
  known: readonly number[],
): Mark[] {
  const exchanges = new Map(result.exchanges.map((exchange) => [exchange.id, exchange]));
  return result.events.flatMap((event, index): Mark[] => {
    const stop = stops[known[index] ?? -1];
    if (!stop || stop.step !== event.step) return [];
    const exchange = event.exchange === undefined ? undefined : exchanges.get(event.exchange);
    const request = result.requests.find((candidate) => candidate.id === event.request);
    return [
      ...serverMarks(event, stop, exchange, scenario),
      ...frontendMarks(event, stop, exchange, request?.line, scenario),
    ];
  });
}

/** What the editors mark while the playhead stands at a stop: the stop's own places, and the closed gate's until the end. */
export function marksAt(run: Run, stopIndex: number): Mark[] {
  const request = run.stops[stopIndex]?.request ?? null;
  return run.marks.filter((mark) => {
    if (mark.stop === stopIndex) return true;
    return mark.tone === 'blocked' && mark.stop < stopIndex && run.stops[mark.stop]?.request === request;
  });
}

function toneOf(stop: Stop): Tone {
  return stop.verdict === 'fail' ? 'blocked' : stop.verdict === 'pass' ? 'allowed' : 'neutral';
}

function frontendMarks(
  event: TimelineEvent,
  stop: Stop,
  exchange: Exchange | undefined,
  line: number | undefined,
  scenario: Scenario,
): Mark[] {
  if (line === undefined) return [];
  const visit = event.visit === undefined ? {} : { visit: event.visit };
  const base = { side: 'frontend' as const, ...visit, stop: stop.index, number: stop.number, tone: toneOf(stop) };
  if (stop.kind === 'call' || stop.kind === 'settle') return [{ ...base, line, text: '' }];
  if (event.step === 'headers-check' && stop.verdict === 'fail') {
    return missingNames(stop, exchange ?? null).map((name) => ({
      ...base,
      line: lineWith(codeOf(scenario, event.visit), name, line) ?? line,
      text: 'asks for this',
    }));
  }
  if (event.step === 'method-check') return [{ ...base, line, text: 'asks for this' }];
  return stop.verdict === 'fail' && stop.match !== null ? [{ ...base, line, text: 'asked here' }] : [];
}

function codeOf(scenario: Scenario, visit: number | undefined): string {
  return (visit === undefined ? scenario : scenario.earlier?.[visit])?.frontend ?? '';
}

function serverMarks(event: TimelineEvent, stop: Stop, exchange: Exchange | undefined, scenario: Scenario): Mark[] {
  if (!exchange) return [];
  const origin = originOf(exchange.url);
  const base = { side: 'server' as const, origin, stop: stop.index, number: stop.number, tone: toneOf(stop) };
  const header = event.compared?.right.who === 'answer' ? event.compared.right.header : undefined;
  if (stop.kind === 'arrive') {
    const place = placeOf(exchange, undefined, scenario);
    return place ? [{ ...base, ...place, text: 'answers' }] : [];
  }
  if (header === undefined || stop.kind !== 'gate') return [];
  const place = placeOf(exchange, header, scenario);
  return place ? [{ ...base, ...place, text: textOf(stop, header, exchange) }] : [];
}

function textOf(stop: Stop, header: string, exchange: Exchange): string {
  if (stop.verdict !== 'fail') return 'allows this';
  const present = exchange.responseHeaders.some(([name]) => name.toLowerCase() === header);
  if (!present) return `answers without ${titleCase(header)}`;
  if (stop.match?.kind === 'columns') return `lacks ${missingNames(stop, exchange).join(', ')}`;
  return stop.step === 'method-check'
    ? `lacks ${(stop.match?.kind === 'pair' && stop.match.left.value) || 'it'}`
    : 'does not match';
}

function placeOf(
  exchange: Exchange,
  header: string | undefined,
  scenario: Scenario,
): Pick<Mark, 'line' | 'headerRow'> | null {
  const server = scenario.servers.find((candidate) => originOf(candidate.origin) === originOf(exchange.url));
  if (server?.kind === 'headers') {
    if (exchange.route === undefined) return null;
    const route = server.routes[exchange.route];
    return {
      headerRow: { route: exchange.route, row: route && header ? rowOf(route, header) : null, name: header ?? '' },
    };
  }
  const set = exchange.source?.headers?.findLast((candidate) => candidate.name.toLowerCase() === header);
  const line = set?.line ?? exchange.source?.line;
  return line === undefined ? null : { line };
}

function rowOf(route: Route, header: string): number | null {
  const found = route.headers.findIndex(([name, , on]) => name.toLowerCase() === header && on !== false);
  return found === -1 ? null : found;
}

/** The first line from `from` on (1-based) that speaks of the header, or null. */
function lineWith(code: string, name: string, from: number): number | null {
  const found = code
    .split('\n')
    .findIndex((text, index) => index >= from - 1 && text.toLowerCase().includes(name.toLowerCase()));
  return found === -1 ? null : found + 1;
}
