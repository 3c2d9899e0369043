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
  const low = run.rows > 1;
  const out = leg.arriveStop ?? leg.answerStop;
  const outKnown = out !== null && out <= here;
  const backKnown = leg.answerStop !== null && leg.answerStop <= here;
  const hop = leg.from !== 'browser';
  const y = hop ? (yFrom + yTo) / 2 : yFrom + (low ? 30 : LABEL_DROP);
  const narrow = size === 'S';
  const xOut = hop ? (x[0] + x[1]) / 2 - 10 : low ? x[0] + 2 : narrow ? x[0] - 2 : labelX(geometry, 'out');
  const xBack = hop ? (x[2] + x[3]) / 2 + 10 : low ? x[3] - 2 : narrow ? x[3] + 2 : labelX(geometry, 'back');
  const back = shrink(geometry.back, roomFor(geometry, run, whole, here, xBack));
  const tone = leg.lost ? 'failed' : leg.sealed ? 'opaque' : leg.kind;
  return (
    <g>
      {outKnown && <Lines lines={geometry.out} x={xOut} y={y} anchor="end" tone={leg.kind} />}
      {backKnown && leg.lost !== 'out' && (
        <Lines lines={back} x={xBack} y={low ? y + 18 : y} anchor="start" tone={tone} />
      )}
      {outKnown && leg.work !== '' && size !== 'S' && run.rows === 1 && (
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

function Lines({
  lines,
  x,
  y,
  anchor,
  tone,
}: {
  lines: readonly string[];
  x: number;
  y: number;
  anchor: 'start' | 'end';
  tone: string;
}) {
  return lines.map((line, index) => (
    <text
      key={index}
      x={x}
      y={y + index * 16}
      textAnchor={anchor}
      className={index === 0 ? `fig12 code strong ink-${tone}` : 'fig code second'}
    >
      {line}
    </text>
  ));
}
