import type { Geometry, LegGeometry, Size } from './geometry';

/** Widths of a character: a label's first line is bold 12 px code, the others 11 px. */
const FIRST = 7.3;
const REST = 6.7;
/** Room between two labels, and between a label and its stroke. */
const AIR = 14;
/** Least room between two labels on one line. */
const GAP = 8;
/** A message shorter than this has no words: it has been zoomed out. */
export const ROOM_FOR_VERBS = 56;
/** In a thin channel, from the end of a message's stroke to its word. */
export const BESIDE_STROKE = 7;
/** From the stroke's upper end down to a label's first line, and from line to line. */
const LABEL_DROP = 56;
export const LINE = 16;
/** How far above its line a label keeps clear of its stroke, and how far beside it. A phone has less room. */
const CLEAR: Record<Size, { above: number; beside: number }> = {
  L: { above: AIR, beside: 12 },
  M: { above: AIR, beside: 12 },
  S: { above: 10, beside: 6 },
};

export function labelWidth(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line, index) => line.length * (index === 0 ? FIRST : REST)));
}

/** The verb of a message: its method or its status. */
export const verb = (lines: readonly string[]): string[] => (lines[0] === undefined ? [] : [lines[0].split(' ')[0]!]);

/** A message's outbound words: of several equal ones, how many it stands for. "30× PUT /users/…" */
export function outbound({ out, count }: LegGeometry): readonly string[] {
  return count > 1 && out[0] !== undefined ? [`${count}× ${out[0]}`, ...out.slice(1)] : out;
}

/** Where the first lines of a message's words stand: the outbound ones end at `xOut`, the answer's begin at `xBack`. */
export interface LabelPlaces {
  xOut: number;
  yOut: number;
  xBack: number;
  yBack: number;
}

export function placesOf(leg: LegGeometry, { size, channels }: Pick<Geometry, 'size' | 'channels'>): LabelPlaces {
  const { x, yFrom, yTo } = leg;
  if (leg.leg.from !== 'browser') {
    const y = (yFrom + yTo) / 2;
    return { xOut: (x[0] + x[1]) / 2 - 10, yOut: y, xBack: (x[2] + x[3]) / 2 + 10, yBack: y };
  }
  // Below one of several channels, before the next one begins.
  if (channels.length > 1) return { xOut: x[0] + 2, yOut: yFrom + 30, xBack: x[3] - 2, yBack: yFrom + 48 };
  const drop = LABEL_DROP + (leg.isLower ? LINE : 0);
  return {
    xOut: labelX(leg, 'out', size, drop),
    yOut: yFrom + drop,
    xBack: labelX(leg, 'back', size),
    yBack: yFrom + LABEL_DROP,
  };
}

/** Where the label beside a stroke begins: outbound labels end here, answers start here. */
function labelX(leg: LegGeometry, half: 'out' | 'back', size: Size, drop = LABEL_DROP): number {
  const [x0, x1, x2, x3] = leg.x;
  const { above, beside } = CLEAR[size];
  const along = (drop - above) / Math.max(1, leg.yTo - leg.yFrom);
  return half === 'out' ? x0 + (x1 - x0) * along - beside : x3 - (x3 - x2) * along + beside;
}

/** Labels of one channel, as full as there is room for: all lines, the first line, or only the verb; and none in another's place. */
export function fitLabels(geometry: Geometry): LegGeometry[] {
  const { size } = geometry;
  const legs = geometry.legs.map((leg) => {
    if (leg.x[3] - leg.x[0] < ROOM_FOR_VERBS) return { ...leg, out: [], back: [] };
    if (!isHop(leg) && size !== 'S') return { ...leg };
    // That there was no answer stands at the channel.
    return { ...leg, out: verb(leg.out), back: leg.leg.lost ? [] : verb(leg.back) };
  });
  const strokes = legs.filter((leg) => !isHop(leg));
  if (size !== 'S') shorten(strokes, geometry);
  return legs.map((leg) => {
    const before = strokes[strokes.indexOf(leg) - 1];
    return before ? { ...leg, isLower: !standsBeside(before, leg, size) } : leg;
  });
}

const isHop = ({ leg }: LegGeometry) => leg.from !== 'browser';

/** A message's words fit on the line on which the answer before it has its own. */
function standsBeside(before: LegGeometry, leg: LegGeometry, size: Size): boolean {
  const room = labelX(leg, 'out', size) - labelX(before, 'back', size);
  return labelWidth(before.back) + labelWidth(outbound(leg)) + GAP <= room;
}

/** Between one stroke and the next, the answer's words and those of the next message share the room. */
function shorten(strokes: readonly LegGeometry[], { size, left, width }: Geometry): void {
  strokes.forEach((leg, index) => {
    const before = strokes[index - 1];
    const from = before ? labelX(before, 'back', size) : left;
    const room = labelX(leg, 'out', size) - from - AIR;
    if (!before) {
      leg.out = shrink(leg.out, room);
      return;
    }
    if (labelWidth(before.back) + labelWidth(leg.out) + AIR <= room) return;
    const half = Math.max(room - labelWidth(leg.out.slice(0, 1)) - AIR, room / 2);
    before.back = shrink(before.back, half);
    leg.out = shrink(leg.out, room - labelWidth(before.back) - AIR);
  });
  const last = strokes.at(-1);
  if (last) last.back = shrink(last.back, width - labelX(last, 'back', size));
}

/** As many lines as fit; where not even the first does, its verb. */
export function shrink(lines: readonly string[], room: number): string[] {
  if (labelWidth(lines) <= room) return [...lines];
  // A line goes on where the one before ends: none is left out in the middle.
  const tooLong = lines.findIndex((line, index) => labelWidth(index === 0 ? [line] : ['', line]) > room);
  return tooLong > 0 ? lines.slice(0, tooLong) : verb(lines);
}
