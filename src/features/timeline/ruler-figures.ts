import { clock } from '@/narration';
import type { Flow, Geometry, Instant } from './geometry';

/** A moment or a duration, written on the ruler from x to x. */
export interface Figure {
  words: string;
  /** Simulated milliseconds from which it is known. */
  at: number;
  from: number;
  to: number;
  /** It stands at the begin of a bar where the clock stands still, and makes room for the playhead; others stand centred. */
  isHeld: boolean;
}

/** Of a character. */
const WIDTH = 6.7;
/** Between two figures. */
const GAP = 8;
/** Half of the playhead's knob, with some air. */
const KNOB = 8;

/** Where the clock stands so long that it is seen. */
export const heldInstants = (instants: readonly Instant[]): Instant[] =>
  instants.filter(({ from, to }) => to - from > 8);

/** Where the playhead's knob lies. */
export const knobAt = (playhead: number): Extent => ({ from: playhead - KNOB, to: playhead + KNOB });

/**
 * Every figure that has room: where the browser decides before waits, and those before moments within flights. How long was
 * waited is not said where the moment after it says the same.
 */
export function figuresOf(geometry: Geometry): Figure[] {
  const { instants, flows } = geometry;
  const held = heldInstants(instants);
  const wanted = [
    ...held.map((instant) => startingAt(instant.from + 6, withUnit(moment(instant.at, flows)), instant.at)),
    ...flows.filter(({ broken, folded }) => broken && !folded).map(waited),
    ...instants
      .filter((instant) => !held.includes(instant))
      .map(({ from, at }) => centredAt(from, moment(at, flows), at)),
  ];
  const placed: Figure[] = [];
  for (const figure of wanted) {
    const isSaid = placed.some(({ at, words }) => at === figure.at && words === figure.words);
    if (!isSaid && hasRoom(figure, placed)) placed.push(figure);
  }
  return placed;
}

/** Beside the playhead, whose knob would lie on it. Where there is no room it goes: the clock says that moment. */
export function besidePlayhead(figures: readonly Figure[], playhead: number, width: number): Figure[] {
  return figures.flatMap((figure) => {
    if (playhead + KNOB < figure.from || playhead - KNOB > figure.to) return [figure];
    if (!figure.isHeld) return [];
    const others = figures.filter((other) => other !== figure);
    const wide = figure.to - figure.from;
    const left = [playhead + KNOB + 2, playhead - KNOB - 2 - wide].find(
      (from) => from >= 0 && from + wide <= width && hasRoom({ from, to: from + wide }, others),
    );
    return left === undefined ? [] : [{ ...figure, from: left, to: left + wide }];
  });
}

export type Extent = Pick<Figure, 'from' | 'to'>;

export const hasRoom = (wanted: Extent, placed: readonly Extent[]): boolean =>
  placed.every(({ from, to }) => wanted.to + GAP <= from || wanted.from >= to + GAP);

const startingAt = (from: number, words: string, at: number): Figure => ({
  words,
  at,
  from,
  to: from + words.length * WIDTH,
  isHeld: true,
});

function centredAt(x: number, words: string, at: number): Figure {
  const half = (words.length * WIDTH) / 2;
  return { words, at, from: x - half, to: x + half, isHeld: false };
}

function waited({ from, to }: Flow): Figure {
  const lasted = to.at - from.at;
  return centredAt((from.to + to.from) / 2, clock(Math.floor(lasted / 1000) * 1000 || lasted), to.at);
}

const withUnit = (words: string): string => words.replace(/\d$/, '$& ms');

/** A moment on the ruler: since the run began, or, after a long wait, since the wait ended. */
function moment(at: number, flows: readonly Flow[]): string {
  const wait = flows.findLast((flow) => flow.broken && flow.to.at <= at)?.to.at;
  if (wait === undefined) return at < 1000 ? String(Math.round(at)) : clock(at);
  return at === wait ? clock(Math.floor(at / 1000) * 1000) : `+${Math.round(at - wait)}`;
}
