import type { Run } from '@/explain';
import { hasCallout } from './callouts';
import type { Geometry, LegGeometry } from './geometry';
import { LABEL_DROP, labelX, shrink } from './labels';

/** What a message carries, beside its stroke. */
export function MessageWords({
  leg: geometry,
  run,
  geometry: whole,
  here,
}: {
  leg: LegGeometry;
  run: Run;
  geometry: Geometry;
  here: number;
}) {
  const { leg, x, yFrom, yTo } = geometry;
  const { size } = whole;
  const low = whole.channels.length > 1;
  const out = leg.arriveStop ?? leg.answerStop;
  const outKnown = out !== null && out <= here;
  const backKnown = leg.answerStop !== null && leg.answerStop <= here;
  const hop = leg.from !== 'browser';
  const y = hop ? (yFrom + yTo) / 2 : yFrom + (low ? 30 : LABEL_DROP);
  const narrow = size === 'S';
  // What the server asks of another stands there.
  const passesOn = whole.legs.some(
    ({ leg: other }) => other.from === leg.to && other.sent >= leg.arrived && other.received <= leg.answered,
  );
  const xOut = hop ? (x[0] + x[1]) / 2 - 10 : low ? x[0] + 2 : narrow ? x[0] - 2 : labelX(geometry, 'out');
  const xBack = hop ? (x[2] + x[3]) / 2 + 10 : low ? x[3] - 2 : narrow ? x[3] + 2 : labelX(geometry, 'back');
  const back = shrink(geometry.back, roomFor(geometry, run, whole, here, xBack));
  const tone = leg.lost ? 'failed' : leg.sealed ? 'opaque' : leg.kind;
  return (
    <g>
      {outKnown && (
        <Lines
          lines={counted(geometry.out, geometry.count)}
          x={xOut}
          y={y}
          anchor="end"
          tone={leg.kind}
          headers={leg.headers}
        />
      )}
      {backKnown && leg.lost !== 'out' && (
        <Lines lines={back} x={xBack} y={low ? y + 18 : y} anchor="start" tone={tone} headers={leg.headers} />
      )}
      {outKnown && leg.work !== '' && size !== 'S' && !low && !passesOn && geometry.out.length > 0 && (
        <text x={(x[1] + x[2]) / 2} y={yTo + 20} className="fig code quiet" textAnchor="middle">
          {leg.work}
        </text>
      )}
    </g>
  );
}

/** How much room a past answer's label has before the callout, which repeats its values, and its playhead. */
function roomFor(leg: LegGeometry, run: Run, geometry: Geometry, here: number, x: number): number {
  const stop = run.stops[here];
  if (!hasCallout(stop) || geometry.size === 'S' || leg.leg.answerStop === null || leg.leg.answerStop >= here)
    return Infinity;
  const playhead = geometry.stops[here] ?? 0;
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
