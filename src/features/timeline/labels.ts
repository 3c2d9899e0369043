import type { Geometry, LegGeometry } from './geometry';

/** Widths of a character: a label's first line is bold 12 px code, the others 11 px. */
const FIRST = 7.3;
const REST = 6.7;
/** Room between two labels, and between a label and its stroke. */
const AIR = 14;
/** A message shorter than this has no words: it has been zoomed out. */
const ROOM_FOR_VERBS = 56;
export const LABEL_DROP = 56;

export function labelWidth(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line, index) => line.length * (index === 0 ? FIRST : REST)));
}

/** The verb of a message: its method or its status. */
export const verb = (lines: readonly string[]): string[] => (lines[0] === undefined ? [] : [lines[0].split(' ')[0]!]);

/** Where the label beside a stroke begins: outbound labels end here, answers start here. */
export function labelX(leg: LegGeometry, half: 'out' | 'back'): number {
  const [x0, x1, x2, x3] = leg.x;
  const height = Math.max(1, leg.yTo - leg.yFrom);
  const along = LABEL_DROP - AIR;
  return half === 'out' ? x0 + ((x1 - x0) / height) * along - 12 : x3 - ((x3 - x2) / height) * along + 12;
}

/** Labels as full as there is room for: all lines, the first line, or only the verb. */
export function fitLabels(geometry: Geometry): LegGeometry[] {
  const { size, left, width } = geometry;
  const rows = geometry.channels.length;
  const hop = ({ leg }: LegGeometry) => leg.from !== 'browser';
  const legs = geometry.legs.map((leg) => {
    if (leg.x[3] - leg.x[0] < ROOM_FOR_VERBS) return { ...leg, out: [], back: [] };
    if (!hop(leg) && size !== 'S' && rows === 1) return leg;
    // That there was no answer stands at the channel.
    return { ...leg, out: verb(leg.out), back: leg.leg.lost ? [] : verb(leg.back) };
  });
  if (size === 'S' || rows > 1) return legs;
  const all = legs.map((leg) => ({ ...leg }));
  const fitted = all.filter((leg) => !hop(leg));
  fitted.forEach((leg, index) => {
    const before = fitted[index - 1];
    const from = before ? labelX(before, 'back') : left;
    const room = labelX(leg, 'out') - from - AIR;
    if (!before) {
      leg.out = shrink(leg.out, room);
      return;
    }
    if (labelWidth(before.back) + labelWidth(leg.out) + AIR <= room) return;
    const half = Math.max(room - labelWidth(leg.out.slice(0, 1)) - AIR, room / 2);
    before.back = shrink(before.back, half);
    leg.out = shrink(leg.out, room - labelWidth(before.back) - AIR);
  });
  const last = fitted.at(-1);
  if (last) last.back = shrink(last.back, width - labelX(last, 'back'));
  return all;
}

/** As many lines as fit; where not even the first does, its verb. */
export function shrink(lines: readonly string[], room: number): string[] {
  if (labelWidth(lines) <= room) return [...lines];
  // A line goes on where the one before ends: none is left out in the middle.
  const tooLong = lines.findIndex((line, index) => labelWidth(index === 0 ? [line] : ['', line]) > room);
  return tooLong > 0 ? lines.slice(0, tooLong) : verb(lines);
}
