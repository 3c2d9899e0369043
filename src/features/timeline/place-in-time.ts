import type { Run, Stop } from '@/explain';
import type { Flow, Instant, MarkGeometry, RestGeometry } from './geometry';
import { type Measures, flowWidth, roomOf } from './measures';
import type { Plan, Span } from './plan';

export interface TimeGeometry {
  stops: number[];
  places: number[];
  marks: MarkGeometry[];
  rests: RestGeometry[];
  instants: Instant[];
  flows: Flow[];
  end: number;
}

/** Left of a message's stroke, its verb stands beside the staves' names. */
const ROOM_FOR_VERB = 40;

/** Gives every moment and every stop its x. Time flows right; what is decided at one moment stands in its order. */
export function placeInTime(run: Run, plan: Plan, m: Measures): TimeGeometry {
  const placed: TimeGeometry = { stops: [], places: [], marks: [], rests: [], instants: [], flows: [], end: 0 };
  const hidden = new Set(plan.spans.flatMap((span) => (span.kind === 'rest' ? (span.requests ?? []) : [])));
  const legs = run.tracks.flatMap((track) => (hidden.has(track.request) ? [] : track.legs));
  const sendings = new Set(legs.map((leg) => leg.sent));
  const parts = partsOf(run, plan.spans);
  const last = (part: Part) => run.stops[part.to]!.at;
  const moments = new Set(parts.flatMap((part) => [run.stops[part.from]!.at, last(part)]));
  for (const leg of legs) for (const at of [leg.sent, leg.arrived, leg.answered, leg.received]) moments.add(at);
  const begins = new Map<number, Part[]>();
  for (const part of parts) {
    const at = run.stops[part.from]!.at;
    begins.set(at, [...(begins.get(at) ?? []), part]);
  }
  let cursor = m.left + m.lead;
  let folded: number | null = null;
  for (const at of [...moments].sort((a, b) => a - b)) {
    const before = placed.instants.at(-1);
    const flow = before && flowWidth(at - before.at, m);
    const inRest = folded !== null && at >= folded;
    if (flow && !inRest) cursor += flow.width;
    let instant: Instant = { at, from: before ? cursor : m.left, to: cursor };
    const open = (next: Instant, was: Instant | undefined, isFolded: boolean) => {
      placed.instants.push(next);
      if (was) placed.flows.push({ from: was, to: next, broken: !isFolded && !!flow?.broken, folded: isFolded });
    };
    open(instant, before, inRest);
    if (inRest) folded = null;
    const here = begins.get(at) ?? [];
    here.forEach((part, order) => {
      if (part.span?.kind !== 'rest') {
        cursor = placePart(part, run.stops[here[order + 1]?.from ?? -1], order, cursor, { run, plan, m, placed });
        instant.to = cursor;
        return;
      }
      instant.to = cursor;
      cursor = placeRest(part.span, cursor, { run, plan, m, placed });
      folded = last(part) > at ? last(part) : null;
      if (folded !== null) return;
      const next = { at, from: cursor, to: cursor };
      open(next, instant, true);
      instant = next;
    });
    if (folded === null && sendings.has(at)) cursor = Math.max(cursor + 6 * m.shrink, m.left + ROOM_FOR_VERB);
    if (folded === null) instant.to = cursor;
  }
  placed.end = cursor;
  return placed;
}

/** A stop, or a run of stops that is drawn as one. */
interface Part {
  from: number;
  to: number;
  span: Span | null;
}

function partsOf(run: Run, spans: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let next = 0;
  const single = (until: number) => {
    for (; next < until; next += 1) parts.push({ from: next, to: next, span: null });
  };
  for (const span of spans) {
    single(span.from);
    parts.push({ from: span.from, to: span.to, span });
    next = span.to + 1;
  }
  single(run.stops.length);
  return parts;
}

interface Paper {
  run: Run;
  plan: Plan;
  m: Measures;
  placed: TimeGeometry;
}

const rowOf = (plan: Plan, stop: Stop) => (stop.request === null ? 0 : (plan.rowOf.get(stop.request) ?? 0));

function placePart(part: Part, next: Stop | undefined, order: number, cursor: number, paper: Paper): number {
  const { run, plan, placed } = paper;
  const indexes = Array.from({ length: part.to - part.from + 1 }, (_, index) => part.from + index);
  const columns = part.span?.columns ?? [indexes];
  const kind = part.span?.kind ?? 'stop';
  let x = cursor;
  columns.forEach((column, index) => {
    const stop = run.stops[column[0]!]!;
    const after = index + 1 < columns.length ? run.stops[columns[index + 1]![0]!] : next;
    const [place, end] = placeStop(stop, after, order + index, x, paper);
    const row = rowOf(plan, stop);
    for (const member of column) placed.places[member] = place;
    placed.marks.push({ kind, stops: column, x: place, row, room: roomFor(stop, paper) });
    x = end;
  });
  const first = placed.places[columns[0]![0]!]!;
  const last = placed.places[columns.at(-1)![0]!]!;
  indexes.forEach((index, at) => {
    const part = indexes.length === 1 ? 0 : at / (indexes.length - 1);
    placed.stops[index] = first + (last - first) * part;
  });
  return x;
}

function placeStop(stop: Stop, next: Stop | undefined, order: number, cursor: number, paper: Paper): [number, number] {
  const { plan, m } = paper;
  const [before, after] = roomOf(stop, next, m, plan.full.has(rowOf(plan, stop)), plan.rows > 1);
  const message = stop.kind === 'arrive' || stop.kind === 'answer' || stop.kind === 'lost';
  const at = cursor + (message && order > 0 ? 16 * m.shrink : before);
  return [at, at + after];
}

function roomFor(stop: Stop, { plan, m }: Paper): number {
  const full = plan.full.has(rowOf(plan, stop));
  if (stop.kind === 'way') return full ? m.way : m.thinWay;
  return full ? m.gate : m.thinGate;
}

function placeRest(span: Span, cursor: number, { run, plan, m, placed }: Paper): number {
  const from = cursor + 10;
  const to = from + m.rest;
  const count = span.to - span.from;
  for (let index = span.from; index <= span.to; index += 1) {
    const x = from + ((to - from) * (index - span.from)) / Math.max(1, count);
    placed.stops[index] = x;
    placed.places[index] = x;
  }
  const row = rowOf(plan, run.stops[span.from]!);
  placed.rests.push({ span, requests: span.requests ?? [], row, x: [from, to] });
  return to + 12;
}
