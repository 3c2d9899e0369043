import type { Run } from '@/explain';
import type { Geometry, LegGeometry, MarkGeometry } from './geometry';
import { BESIDE_STROKE, labelWidth, LINE, outbound, placesOf, ROOM_FOR_VERBS, verb } from './labels';

interface Box {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

/** Width of a character of a gate's name, and of its finding. */
const CHARACTER = 6.8;
/** From a text's line up to its top, and down to its bottom. */
const ASCENT = 9;
const DESCENT = 4;
const GAP = 6;

/**
 * Labels in several channels: every message has its verb; then, in the order sent, as many lines as stand in nobody's
 * place: neither in that of a gate's words, nor of the next channel, nor of another message.
 */
export function fitAmong(geometry: Geometry, run: Run): LegGeometry[] {
  const { legs } = geometry;
  const fitted = legs.map((leg) => {
    const verbs = { ...leg, out: firstOf(leg, leg.out), back: leg.leg.lost ? [] : firstOf(leg, leg.back) };
    return geometry.channels[leg.row]?.full ? verbs : fitThin(verbs);
  });
  if (geometry.size === 'S') return fitted;
  const taken = [...wordsOfMarks(geometry, run), ...beneath(geometry)];
  const labels = fitted.flatMap((leg, index) =>
    leg.leg.from === 'browser' && geometry.channels[leg.row]?.full
      ? (['out', 'back'] as const).map((half) => ({ leg, half, lines: legs[index]![half] }))
      : [],
  );
  const own = labels.map(({ leg, half }) => boxOf(leg, half, leg[half], geometry));
  labels.forEach(({ leg, half, lines }, index) => {
    if (leg[half].length === 0) return;
    const others = [...taken, ...own.filter((_, other) => other !== index)];
    for (let count = 1; count <= lines.length; count += 1) {
      const longer = lines.slice(0, count);
      const box = boxOf(leg, half, longer, geometry);
      if (box.from < geometry.left || box.to > geometry.width || others.some((other) => overlap(box, other))) return;
      leg[half] = longer;
      own[index] = box;
    }
  });
  return fitted;
}

/** Between the strokes of a thin channel. Where only one word has room, it is the answer's: the channel's name has the method. */
function fitThin(leg: LegGeometry): LegGeometry {
  const room = leg.x[3] - leg.x[0] - 2 * BESIDE_STROKE - GAP;
  return labelWidth(outbound(leg)) + labelWidth(leg.back) <= room ? leg : { ...leg, out: [] };
}

const firstOf = ({ x }: LegGeometry, lines: readonly string[]) => (x[3] - x[0] < ROOM_FOR_VERBS ? [] : verb(lines));

function boxOf(leg: LegGeometry, half: 'out' | 'back', lines: readonly string[], geometry: Geometry): Box {
  const { xOut, yOut, xBack, yBack } = placesOf(leg, geometry);
  const width = labelWidth(half === 'out' ? outbound({ ...leg, out: [...lines] }) : lines);
  const [from, y] = half === 'out' ? [xOut - width, yOut] : [xBack, yBack];
  return { from, to: from + width, top: y - ASCENT, bottom: y + (lines.length - 1) * LINE + DESCENT };
}

const overlap = (a: Box, b: Box) => a.from < b.to + GAP && b.from < a.to + GAP && a.top < b.bottom && b.top < a.bottom;

/** Where the marks of high channels have their number and name, and what they found. */
function wordsOfMarks({ marks, channels }: Geometry, run: Run): Box[] {
  return marks.flatMap((mark): Box[] => {
    const channel = channels[mark.row];
    const stop = run.stops[mark.stops[0]!]!;
    if (!channel?.full || (stop.kind !== 'way' && stop.kind !== 'gate')) return [];
    const height = channel.bottom - channel.top;
    const roof = stop.kind === 'gate' ? channel.top - height : channel.top;
    return [
      { ...around(mark, stop.name), top: roof - 34, bottom: channel.bottom },
      { ...around(mark, stop.word), top: channel.bottom, bottom: channel.bottom + (stop.kind === 'gate' ? 38 : 20) },
    ];
  });
}

function around({ x, stops }: MarkGeometry, words: string): Pick<Box, 'from' | 'to'> {
  const half = ((words.length + (stops.length > 1 ? 4 : 0)) * CHARACTER) / 2;
  return { from: x - half, to: x + half };
}

/** What lies below each channel: the next one, or the first server's stave. */
function beneath({ channels, servers }: Geometry): Box[] {
  const everywhere = { from: -Infinity, to: Infinity };
  return [
    ...channels.map(({ top, bottom }) => ({ ...everywhere, top, bottom })),
    ...servers.map(({ y }) => ({ ...everywhere, top: y - 3, bottom: y + 3 })),
  ];
}
