import type { Run } from '@/explain';
import { foldStops } from './fold';

/** What of a run is drawn, and how much of it: before any place on paper is known. */
export interface Plan {
  /** Channels the browser's stave has, and the one of each request. */
  rows: number;
  rowOf: ReadonlyMap<number, number>;
  /** Channels drawn high, with words; the others are thin. */
  full: ReadonlySet<number>;
  /** The request that is looked at, if one was chosen: what the others do takes little width. */
  focus: number | null;
  /** Runs of stops that are drawn as one, in their order. */
  spans: readonly Span[];
  /** Requests that are drawn for several equal ones, each with all it speaks for; the others of them are not drawn. */
  voices: ReadonlyMap<number, readonly number[]>;
  /** Factor of every width. */
  zoom: number;
}

/**
 * `fan` equal stops on a phone; `chord` the same stops of several equal requests at one moment; `rest` settled requests
 * that follow one another.
 */
export interface Span {
  kind: 'fan' | 'chord' | 'rest';
  /** First and last stop. */
  from: number;
  to: number;
  /** Of a chord: the stops that share a mark, mark by mark. */
  columns?: readonly (readonly number[])[];
  /** Of a rest: the requests it folds. */
  requests?: readonly number[];
}

/** More channels than this, and only one is drawn high. */
export const FULL_CHANNELS = 3;
/** From so many requests on, those that are equal are drawn as one. */
export const MANY_REQUESTS = 7;

/** Every request drawn by itself. */
export function plainPlan(run: Run): Plan {
  const rows = Array.from({ length: run.rows }, (_, row) => row);
  return {
    rows: run.rows,
    rowOf: new Map(run.tracks.map((track) => [track.request, track.row])),
    full: new Set(run.rows > FULL_CHANNELS ? [] : rows),
    focus: null,
    spans: [],
    voices: new Map(),
    zoom: 1,
  };
}

/** On a phone, equal stops fold around the one at `here`. */
export function fanned(plan: Plan, run: Run, here: number): Plan {
  if (plan.rows > 1) return plan;
  const free = run.stops.filter(({ index }) => !plan.spans.some(({ from, to }) => index >= from && index <= to));
  const fans = foldStops(free, here).flatMap((group): Span[] =>
    group.length > 1 ? [{ kind: 'fan', from: group[0]!.index, to: group.at(-1)!.index }] : [],
  );
  return { ...plan, spans: [...plan.spans, ...fans].sort((a, b) => a.from - b.from) };
}

/** Requests that have no drawing of their own: another one speaks for them, or they are folded. */
export function silentOf(plan: Plan): Set<number> {
  const spoken = [...plan.voices].flatMap(([voice, all]) => all.filter((request) => request !== voice));
  const folded = plan.spans.flatMap((span) => (span.kind === 'rest' ? (span.requests ?? []) : []));
  return new Set([...spoken, ...folded]);
}
