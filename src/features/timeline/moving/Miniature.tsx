import { memo } from 'react';
import type { Run, Stop } from '@/explain';
import type { Geometry } from '../geometry';

interface Props {
  run: Run;
  geometry: Geometry;
  /** Pencil is what lies ahead; ink what has happened. */
  ink: boolean;
  x: (x: number) => number;
  width: number;
  height: number;
}

/** The run in a strip: messages, ways, gates, outcomes. */
export const Miniature = memo(function Miniature({ run, geometry, ink, x, width, height }: Props) {
  if (width === 0) return null;
  const y = height / 2;
  const state = ink ? '' : ' ahead';
  return (
    <svg width={width} height={height} aria-hidden="true">
      <line x1={4} y1={y} x2={width - 4} y2={y} className={`mini-base${ink ? ' past' : ''}`} />
      {geometry.legs.map(({ leg, x: at }, index) => {
        const kind = leg.lost ? 'failed' : leg.kind;
        const path = `M${x(at[0])} ${y}L${x(at[1])} ${height - 4}H${x(at[2])}L${x(at[3])} ${y}`;
        return <path key={index} d={path} className={`mini-leg ${kind}${state}`} />;
      })}
      {run.stops.map((stop) => (
        <Mini key={stop.index} stop={stop} x={x(geometry.stops[stop.index]!)} y={y} ink={ink} />
      ))}
    </svg>
  );
});

function Mini({ stop, x, y, ink }: { stop: Stop; x: number; y: number; ink: boolean }) {
  const state = ink ? '' : ' ahead';
  switch (stop.kind) {
    case 'gate':
      if (stop.verdict === 'fail' && ink)
        return <rect x={x - 4} y={y - 4} width={8} height={8} className="mini-closed" />;
      return <circle cx={x} cy={y} r={3.5} className={`mini-open${state}`} />;
    case 'way':
      return <path d={`M${x} ${y - 4}l4 4-4 4-4 -4z`} className={`mini-way${state}`} />;
    case 'call':
    case 'settle':
      return <line x1={x} y1={3} x2={x} y2={y} className={`mini-call${state}`} />;
    case 'arrive':
    case 'answer':
    case 'lost':
    case 'wait':
      return null;
  }
}
