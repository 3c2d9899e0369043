import type { Run, Stop } from '@/explain';
import { kindOf } from './kind-of';

const PAGE = 7;
const WALLS = [27, 39] as const;
const MIDDLE = 33;
const SERVER = 59;

const CAPTIONS = [
  ['Page', PAGE],
  ['Browser', MIDDLE],
  ['Server', SERVER],
] as const;

/** What the lines of a drawing stand for, above them. */
export function StrokeNames() {
  return (
    <span className="stroke-names">
      {CAPTIONS.map(([name, x]) => (
        <small key={name} style={{ left: `${(x / 66) * 100}%` }}>
          {name}
        </small>
      ))}
    </span>
  );
}

/** One step drawn between page, browser and server: time flows down. Heights follow the row. */
export function Strokes({ stop, run }: { stop: Stop | null; run: Run }) {
  return (
    <svg className={`strokes ${stop ? '' : 'none'}`} viewBox="0 0 66 40" preserveAspectRatio="none" aria-hidden="true">
      {[PAGE, ...WALLS, SERVER].map((x) => (
        <line key={x} className="lane" x1={x} x2={x} y1="0" y2="40" vectorEffect="non-scaling-stroke" />
      ))}
      {stop && <Message stop={stop} kind={kindOf(run, stop)} />}
    </svg>
  );
}

function Message({ stop, kind }: { stop: Stop; kind: 'preflight' | 'actual' }) {
  switch (stop.kind) {
    case 'call':
      return <Arrow className="actual" from={[PAGE, 20]} to={[WALLS[0], 20]} />;
    case 'settle':
      return <Arrow className="ink" from={[WALLS[0], 20]} to={[PAGE, 20]} />;
    case 'arrive':
      return <Arrow className={kind} from={[WALLS[1], 2]} to={[SERVER, 36]} />;
    case 'answer':
      return <Arrow className={kind} from={[SERVER, 4]} to={[WALLS[1], 38]} />;
    case 'lost':
      return <line className="lost" x1={WALLS[1]} y1="4" x2={52} y2="28" vectorEffect="non-scaling-stroke" />;
    case 'way':
      return <path className="way" d={`M${MIDDLE} 12l6 8-6 8-6-8z`} vectorEffect="non-scaling-stroke" />;
    case 'gate':
      return stop.verdict === 'fail' ? (
        <rect className="shut" x={WALLS[0]} y="17" width={WALLS[1] - WALLS[0]} height="6" />
      ) : (
        <path className="open" d={`M${WALLS[0]} 16v8M${WALLS[1]} 16v8`} vectorEffect="non-scaling-stroke" />
      );
    case 'wait':
      return (
        <path
          className="ink"
          d="M3 16l8 4M3 20l8 4M29 16l8 4M29 20l8 4M55 16l8 4M55 20l8 4"
          vectorEffect="non-scaling-stroke"
        />
      );
  }
}

function Arrow({
  className,
  from,
  to,
}: {
  className: string;
  from: readonly [number, number];
  to: readonly [number, number];
}) {
  const [x, y] = to;
  const back = x > from[0] ? -5 : 5;
  return (
    <g className={className}>
      <line x1={from[0]} y1={from[1]} x2={x} y2={y} vectorEffect="non-scaling-stroke" />
      <path className="head" d={`M${x} ${y}l${back} -4v8z`} />
    </g>
  );
}
