import type { Run, Stop } from '@/explain';
import type { LegGeometry, MarkGeometry } from './geometry';

/** Where the traveller waits before a mark, words keep clear of it. */
export const BEFORE_TRAVELLER = 38;

/** Width that is free in a thin channel beside a mark: behind it, and before it back to an answer's arrival. */
export interface RoomBeside {
  before: number;
  after: number;
}

/** That a message arrives is drawn at the message's own end. */
const UNDRAWN: ReadonlySet<Stop['kind']> = new Set(['arrive', 'answer', 'wait']);

/** For each mark of a channel, up to the next thing that is drawn in it. `legs`: of all channels. */
export function roomsBeside(run: Run, marks: readonly MarkGeometry[], legs: readonly LegGeometry[]): RoomBeside[] {
  const row = marks[0]?.row;
  const own = legs.filter((leg) => leg.row === row && leg.leg.from === 'browser');
  const drawn = marks.filter(({ stops }) => !UNDRAWN.has(run.stops[stops[0]!]!.kind));
  const edges = [...drawn.map(({ x }) => x), ...own.flatMap(({ x }) => [x[0], x[3]])];
  const arrivals = own.map((leg) => leg.x[3]);
  // What lies behind another mark is that one's.
  const arrivalBefore = (x: number) => {
    const last = Math.max(0, ...edges.filter((edge) => edge < x));
    return arrivals.includes(last) ? x - last : 0;
  };
  return marks.map(({ x }) => ({
    before: arrivalBefore(x),
    after: Math.min(Infinity, ...edges.filter((edge) => edge > x)) - x,
  }));
}
