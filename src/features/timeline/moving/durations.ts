import type { Stop } from '@/explain';
import type { Span } from '../plan';

/** Milliseconds on the learner's clock, at speed 1. */
const HOP = 180;
const LEG = 520;
const HOLD_AT_GATE = 600;
const HOLD_AT_WAY = 450;
/** Long enough to read the question, the two values and what follows: here it is decided. */
const HOLD_AT_CLOSED_GATE = 2000;
const HOLD_ELSEWHERE = 220;
/** Before anything happens, until all that stood at the end is back at the start. */
const HOLD_AT_START = 500;
/** What is drawn as one is passed in one go. */
const THROUGH = 900;

/** How long the playhead rests at a stop before it goes on. */
export function holdAt(stop: Stop): number {
  if (stop.index === 0) return HOLD_AT_START;
  if (stop.kind === 'gate') return stop.verdict === 'fail' ? HOLD_AT_CLOSED_GATE : HOLD_AT_GATE;
  return stop.kind === 'way' ? HOLD_AT_WAY : HOLD_ELSEWHERE;
}

/** How long it takes to the next stop: a message's leg, or a hop in the channel. */
export function travelTo(stop: Stop, before: Stop): number {
  const message = stop.kind === 'arrive' || stop.kind === 'answer' || stop.kind === 'lost' || stop.kind === 'wait';
  return message && stop.at > before.at ? LEG : HOP;
}

/** The same inside what is drawn as one: no rest, and an even pace. null: the stop is not inside. */
export function passing(index: number, spans: readonly Span[]): number | null {
  const span = spans.find(({ kind, from, to }) => kind !== 'fan' && index >= from && index < to);
  return span ? THROUGH / (span.to - span.from) : null;
}

/** Starts slowly, arrives softly: the concept's cubic-bezier(.35, 0, .25, 1). */
export function easeTravel(part: number): number {
  const bezier = (t: number, a: number, b: number) => 3 * a * t * (1 - t) ** 2 + 3 * b * t * t * (1 - t) + t ** 3;
  let low = 0;
  let high = 1;
  for (let round = 0; round < 14; round += 1) {
    const middle = (low + high) / 2;
    if (bezier(middle, 0.35, 0.25) < part) low = middle;
    else high = middle;
  }
  return bezier((low + high) / 2, 0, 1);
}
