import type { Run, Stop } from '@/explain';

/** Milliseconds on the learner's clock, at speed 1. */
const HOP = 180;
const LEG = 520;
const HOLD_AT_GATE = 420;
const HOLD_AT_WAY = 300;
const HOLD_ELSEWHERE = 220;

/** How long the playhead rests at a stop before it goes on. */
export function holdAt(stop: Stop): number {
  if (stop.kind === 'gate') return HOLD_AT_GATE;
  return stop.kind === 'way' ? HOLD_AT_WAY : HOLD_ELSEWHERE;
}

/** How long it takes to the next stop: a message's leg, or a hop in the channel. */
export function travelTo(stop: Stop, before: Stop): number {
  const message = stop.kind === 'arrive' || stop.kind === 'answer' || stop.kind === 'lost' || stop.kind === 'wait';
  return message && stop.at > before.at ? LEG : HOP;
}

/** A run of this many stops and more plays faster, so that it stays watchable. */
const LONG_RUN = 60;

export function paceOf(run: Run): number {
  return Math.max(1, run.stops.length / LONG_RUN);
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
