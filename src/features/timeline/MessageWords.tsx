import { memo } from 'react';
import type { Run } from '@/explain';
import { hasCallout } from './callouts';
import type { Geometry, LegGeometry } from './geometry';
import { BESIDE_STROKE, LINE, outbound, placesOf, shrink } from './labels';

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
  const { leg, x, yTo } = geometry;
  const { size, channels } = whole;
  const { xOut, yOut, xBack, yBack } = placesOf(geometry, whole);
  // What the server asks of another stands there.
  const passesOn = whole.legs.some(
    ({ leg: other }) => other.from === leg.to && other.sent >= leg.arrived && other.received <= leg.answered,
  );
  const tone = leg.lost ? 'failed' : leg.sealed ? 'opaque' : leg.kind;
  return (
    <g>
      {out && <Lines lines={outbound(geometry)} x={xOut} y={yOut} anchor="end" tone={leg.kind} headers={leg.headers} />}
      {back && leg.lost !== 'out' && (
        <Lines
          lines={shrink(geometry.back, room)}
          x={xBack}
          y={yBack}
          anchor="start"
          tone={tone}
          headers={leg.headers}
        />
      )}
      {out && leg.work !== '' && size !== 'S' && channels.length === 1 && !passesOn && geometry.out.length > 0 && (
        <text x={(x[1] + x[2]) / 2} y={yTo + 20} className="fig code quiet" textAnchor="middle">
          {leg.work}
        </text>
      )}
    </g>
  );
});

/** In a thin channel: what was sent and what came back stand in it, between the two. */
export const ThinMessageWords = memo(function ThinMessageWords({
  leg: geometry,
  y,
  out,
  back,
}: { leg: LegGeometry; y: number } & Pick<Known, 'out' | 'back'>) {
  const { leg, x } = geometry;
  return (
    <>
      {out && (
        <text x={x[0] + BESIDE_STROKE} y={y} className={`fig code ink-${leg.kind}`}>
          {outbound(geometry)[0]}
        </text>
      )}
      {back && (
        <text
          x={x[3] - BESIDE_STROKE}
          y={y}
          className={`fig code ink-${leg.sealed ? 'opaque' : leg.kind}`}
          textAnchor="end"
        >
          {geometry.back[0]}
        </text>
      )}
    </>
  );
});

/** How much room a past answer's label has before the callout, which repeats its values, and its playhead. */
function roomFor(leg: LegGeometry, run: Run, geometry: Geometry, here: number): number {
  const stop = run.stops[here];
  if (!hasCallout(stop) || geometry.size === 'S' || leg.leg.answerStop === null || leg.leg.answerStop >= here)
    return Infinity;
  const playhead = geometry.stops[here] ?? 0;
  const x = placesOf(leg, geometry).xBack;
  return playhead < x ? Infinity : playhead - x - 6;
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
  return lines.map((line, index) => {
    const names = headers[line]?.split(' ') ?? [];
    const [only, ...others] = names;
    return (
      <text
        key={index}
        data-header={others.length === 0 ? only || undefined : undefined}
        x={x}
        y={y + index * LINE}
        textAnchor={anchor}
        className={index === 0 ? `fig12 code strong ink-${tone}` : 'fig code second'}
      >
        {others.length === 0 ? line : <EachName line={line} names={names} />}
      </text>
    );
  });
}

/** A line that names several headers: each is marked by itself. */
function EachName({ line, names }: { line: string; names: readonly string[] }) {
  return line.split(/([\w-]+)/).map((part, index) => (
    <tspan key={index} data-header={names.includes(part) ? part : undefined}>
      {part}
    </tspan>
  ));
}
