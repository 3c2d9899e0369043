import { memo } from 'react';
import type { Run } from '@/explain';
import { hasCallout } from './callouts';
import type { Geometry, LegGeometry } from './geometry';
import { LABEL_DROP, labelX, shrink } from './labels';

interface Known {
  out: boolean;
  back: boolean;
  /** Pixels that the answer's words have before the callout. */
  room: number;
}

/** What of a message's words is known at a stop. */
export function messageKnown(geometry: LegGeometry, run: Run, whole: Geometry, here: number): Known {
  const { leg } = geometry;
  const sent = leg.arriveStop ?? leg.answerStop;
  return {
    out: sent !== null && sent <= here,
    back: leg.answerStop !== null && leg.answerStop <= here,
    room: roomFor(geometry, run, whole, here),
  };
}

/** What a message carries, beside its stroke. Rendered when something of it becomes known, not at every stop. */
export const MessageWords = memo(function MessageWords({
  leg: geometry,
  geometry: whole,
  out,
  back,
  room,
}: { leg: LegGeometry; geometry: Geometry } & Known) {
  const { leg, x, yFrom, yTo } = geometry;
  const { size } = whole;
  const { isLow, isHop, xOut, xBack } = placesOf(geometry, whole);
  const y = isHop ? (yFrom + yTo) / 2 : yFrom + (isLow ? 30 : LABEL_DROP);
  // What the server asks of another stands there.
  const passesOn = whole.legs.some(
    ({ leg: other }) => other.from === leg.to && other.sent >= leg.arrived && other.received <= leg.answered,
  );
  const tone = leg.lost ? 'failed' : leg.sealed ? 'opaque' : leg.kind;
  return (
    <g>
      {out && (
        <Lines
          lines={counted(geometry.out, geometry.count)}
          x={xOut}
          y={y}
          anchor="end"
          tone={leg.kind}
          headers={leg.headers}
        />
      )}
      {back && leg.lost !== 'out' && (
        <Lines
          lines={shrink(geometry.back, room)}
          x={xBack}
          y={isLow ? y + 18 : y}
          anchor="start"
          tone={tone}
          headers={leg.headers}
        />
      )}
      {out && leg.work !== '' && size !== 'S' && !isLow && !passesOn && geometry.out.length > 0 && (
        <text x={(x[1] + x[2]) / 2} y={yTo + 20} className="fig code quiet" textAnchor="middle">
          {leg.work}
        </text>
      )}
    </g>
  );
});

/** Where the words of a message begin, going out and coming back. */
function placesOf(geometry: LegGeometry, { size, channels }: Geometry) {
  const { leg, x } = geometry;
  const isLow = channels.length > 1;
  const isHop = leg.from !== 'browser';
  const narrow = size === 'S';
  return {
    isLow,
    isHop,
    xOut: isHop ? (x[0] + x[1]) / 2 - 10 : isLow ? x[0] + 2 : narrow ? x[0] - 2 : labelX(geometry, 'out'),
    xBack: isHop ? (x[2] + x[3]) / 2 + 10 : isLow ? x[3] - 2 : narrow ? x[3] + 2 : labelX(geometry, 'back'),
  };
}

/** How much room a past answer's label has before the callout, which repeats its values, and its playhead. */
function roomFor(leg: LegGeometry, run: Run, geometry: Geometry, here: number): number {
  const stop = run.stops[here];
  if (!hasCallout(stop) || geometry.size === 'S' || leg.leg.answerStop === null || leg.leg.answerStop >= here)
    return Infinity;
  const playhead = geometry.stops[here] ?? 0;
  const x = placesOf(leg, geometry).xBack;
  return playhead < x ? Infinity : playhead - x - 6;
}

/** "30× PUT /users/…": how many equal requests it stands for. */
function counted(lines: readonly string[], count: number): readonly string[] {
  return count > 1 && lines[0] !== undefined ? [`${count}× ${lines[0]}`, ...lines.slice(1)] : lines;
}

function Lines({
  lines,
  x,
  y,
  anchor,
  tone,
  headers,
}: {
  lines: readonly string[];
  x: number;
  y: number;
  anchor: 'start' | 'end';
  tone: string;
  headers: Readonly<Record<string, string>>;
}) {
  return lines.map((line, index) => (
    <text
      key={index}
      data-header={headers[line] || undefined}
      x={x}
      y={y + index * 16}
      textAnchor={anchor}
      className={index === 0 ? `fig12 code strong ink-${tone}` : 'fig code second'}
    >
      {line}
    </text>
  ));
}
