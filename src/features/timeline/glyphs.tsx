import type { VerdictWord } from '@/scenario/result';

interface Place {
  x: number;
  y: number;
}

/** Shape and colour of an outcome: disc and tick, square and cross, sealed and hatched, triangle. */
export function Badge({ x, y, tone, r = 6 }: Place & { tone: VerdictWord; r?: number }) {
  switch (tone) {
    case 'allowed':
      return (
        <g className="badge allowed">
          <circle cx={x} cy={y} r={r} />
          <path d={`M${x - r * 0.5} ${y + r * 0.05}l${r * 0.38} ${r * 0.4} ${r * 0.66} ${-r * 0.8}`} />
        </g>
      );
    case 'blocked':
      return (
        <g className="badge blocked">
          <rect x={x - r} y={y - r} width={2 * r} height={2 * r} />
          <path d={`M${x - r * 0.45} ${y - r * 0.45}l${r * 0.9} ${r * 0.9}m0 ${-r * 0.9}l${-r * 0.9} ${r * 0.9}`} />
        </g>
      );
    case 'failed':
      return (
        <g className="badge failed">
          <path className="shape" d={`M${x} ${y - r * 1.15}l${r * 1.2} ${r * 2.1}h${-r * 2.4}z`} />
          <path d={`M${x} ${y - r * 0.4}v${r * 0.62}m0 ${r * 0.3}v0.2`} />
        </g>
      );
    case 'opaque':
      return <Envelope x={x} y={y} load="opaque" w={r * 2.9} h={r * 1.9} />;
  }
}

/** What travels: a flap means it can be opened. An opaque answer is sealed: hatched, no flap. */
export function Envelope({
  x,
  y,
  load,
  w = 25,
  h = 16,
}: Place & { load: 'actual' | 'preflight' | 'opaque' | 'ghost'; w?: number; h?: number }) {
  const frame = { x: x - w / 2, y: y - h / 2, width: w, height: h };
  return (
    <g className={`env ${load}`}>
      <rect className="paper" {...frame} />
      {load === 'opaque' ? (
        <rect className="hatched" {...frame} />
      ) : (
        <path d={`M${x - w / 2} ${y - h / 2}L${x} ${y + h * 0.08}L${x + w / 2} ${y - h / 2}`} />
      )}
    </g>
  );
}

/**
 * The head of an arrow whose tip is at (x, y). `turn` in degrees, 0 to the right. Its points are turned here: a browser
 * keeps a transform for each element that has one, and weighs all of them at every frame.
 */
export function Head({ x, y, turn, className }: Place & { turn: number; className: string }) {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const corner = (side: number) => `${(x - 7 * cos - side * sin).toFixed(2)} ${(y - 7 * sin + side * cos).toFixed(2)}`;
  return <path className={`head ${className}`} d={`M${x} ${y}L${corner(-3)}L${corner(3)}Z`} />;
}

export function Line({ from, to, className }: { from: [number, number]; to: [number, number]; className: string }) {
  return <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} className={className} />;
}
