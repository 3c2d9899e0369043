import type { Route, Scenario } from '@/scenario/document';
import type { Exchange, SimulationResult, TimelineEvent } from '@/scenario/result';
import { originOf } from './address';
import { titleCase } from './headers';
import { pageLines } from './page-marks';
import { settingLine } from './parts';
import { missingNames } from './reason-sentence';
import type { Mark, Run, Stop } from './run';
import { SourceText } from './source-text';
import { stopsOf } from './stops';

type Tone = Mark['tone'];

/** Code, read once for all its marks. */
type Read = (code: string) => SourceText;

const found = new WeakMap<SimulationResult, readonly Mark[]>();

/** The lines and header rows that the stops of a run point at; the same list for the same result. */
export function marksOf(result: SimulationResult, scenario: Scenario): readonly Mark[] {
  const marks = found.get(result) ?? findMarks(result, scenario);
  found.set(result, marks);
  return marks;
}

function findMarks(result: SimulationResult, scenario: Scenario): Mark[] {
  const { stops, known } = stopsOf(result);
  const exchanges = new Map(result.exchanges.map((exchange) => [exchange.id, exchange]));
  const requests = new Map(result.requests.map((request) => [request.id, request]));
  const sources = new Map<string, SourceText>();
  const read: Read = (code) => {
    const source = sources.get(code) ?? new SourceText(code);
    sources.set(code, source);
    return source;
  };
  return result.events.flatMap((event, index): Mark[] => {
    const stop = stops[known[index] ?? -1];
    if (!stop || stop.step !== event.step) return [];
    const exchange = event.exchange === undefined ? undefined : exchanges.get(event.exchange);
    const request = event.request === undefined ? undefined : requests.get(event.request);
    const visit = event.visit === undefined ? {} : { visit: event.visit };
    const base = { stop: stop.index, number: stop.number, tone: toneOf(stop) };
    const said = request ? pageLines(event, stop, request, exchange, read(codeOf(scenario, event.visit))) : [];
    return [
      ...serverMarks(event, stop, exchange, scenario, read),
      ...said.map((place): Mark => ({ side: 'frontend', ...visit, ...base, ...place })),
    ];
  });
}

/** What the editors mark while the playhead stands at a stop: the stop's own places, and the closed gate's until the end. */
export function marksAt(marks: readonly Mark[], { stops }: Pick<Run, 'stops'>, stopIndex: number): Mark[] {
  const request = stops[stopIndex]?.request ?? null;
  return marks.filter((mark) => {
    if (mark.stop === stopIndex) return true;
    return mark.tone === 'blocked' && mark.stop < stopIndex && stops[mark.stop]?.request === request;
  });
}

function toneOf(stop: Stop): Tone {
  return stop.verdict === 'fail' ? 'blocked' : stop.verdict === 'pass' ? 'allowed' : 'neutral';
}

function codeOf(scenario: Scenario, visit: number | undefined): string {
  return (visit === undefined ? scenario : scenario.earlier?.[visit])?.frontend ?? '';
}

function serverMarks(
  event: TimelineEvent,
  stop: Stop,
  exchange: Exchange | undefined,
  scenario: Scenario,
  read: Read,
): Mark[] {
  if (!exchange) return [];
  const origin = originOf(exchange.url);
  const base = { side: 'server' as const, origin, stop: stop.index, number: stop.number, tone: toneOf(stop) };
  const header = event.compared?.right.who === 'answer' ? event.compared.right.header : undefined;
  if (stop.kind === 'arrive') {
    const place = placeOf(exchange, undefined, scenario, read);
    return place ? [{ ...base, ...place, text: 'answers' }] : [];
  }
  if (header === undefined || stop.kind !== 'gate') return [];
  const place = placeOf(exchange, header, scenario, read);
  if (!place) return [];
  const present = exchange.responseHeaders.some(([name]) => name.toLowerCase() === header);
  const mark: Mark = { ...base, ...place, text: textOf(stop, header, exchange, present) };
  return [present ? mark : { ...mark, piece: '' }];
}

function textOf(stop: Stop, header: string, exchange: Exchange, present: boolean): string {
  if (stop.verdict !== 'fail') return 'allows this';
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
  read: Read,
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
  if (set && server?.kind === 'express') {
    return { line: settingLine(read(server.code), set.name.toLowerCase(), set.line) };
  }
  const line = set?.line ?? exchange.source?.line;
  return line === undefined ? null : { line };
}

function rowOf(route: Route, header: string): number | null {
  const found = route.headers.findIndex(([name, , on]) => name.toLowerCase() === header && on !== false);
  return found === -1 ? null : found;
}
