import { memo, useMemo } from 'react';
import { Line } from './glyphs';
import type { Flow, Geometry, Instant } from './geometry';
import { besidePlayhead, type Extent, figuresOf, hasRoom, heldInstants, knobAt } from './ruler-figures';
import { type Sight, inSight } from './sight';

interface Props {
  geometry: Geometry;
  sight: Sight;
  /** Simulated milliseconds at the playhead, and its x. */
  now: number;
  playhead: number;
}

/** Ticks every 10 ms while messages travel; an outlined bar where the browser decides and the clock stands. */
export const Ruler = memo(function Ruler({ geometry, sight, now, playhead }: Props) {
  const { ruler, width, instants, flows, size } = geometry;
  const held = useMemo(() => heldInstants(instants), [instants]);
  const figures = useMemo(() => figuresOf(geometry), [geometry]);
  const written = besidePlayhead(
    figures.filter(({ from, to }) => inSight(sight, from, to)),
    playhead,
    width,
  );
  const isClear = (remark: Extent) => hasRoom(remark, [...written, knobAt(playhead)]);
  return (
    <g>
      <Line from={[0, ruler]} to={[width, ruler]} className="hair" />
      {flows
        .filter((flow) => !flow.folded && inSight(sight, flow.from.to, flow.to.from))
        .map((flow) => (
          <Ticks key={flow.from.at} flow={flow} y={ruler} known={flow.to.at <= now} />
        ))}
      {held.map(
        (instant, index) =>
          inSight(sight, instant.from, instant.to) && (
            <Held
              key={instant.at}
              instant={instant}
              y={ruler}
              known={instant.at <= now}
              remark={size === 'L' && (index === 0 || instant.to - instant.from > 220) && isClear(remarkAt(instant))}
            />
          ),
      )}
      {written.map(({ words, at, from, to, isHeld }) => (
        <text
          key={`${at} ${words}`}
          x={isHeld ? from : (from + to) / 2}
          y={ruler - (isHeld ? 8 : 9)}
          className={`fig code ${at <= now ? '' : 'ahead'}`}
          textAnchor={isHeld ? undefined : 'middle'}
        >
          {words}
        </text>
      ))}
    </g>
  );
});

/** Where the remark about a moment stands. */
const remarkAt = ({ from }: Instant): Extent => ({ from: from + 58, to: from + 216 });

const Ticks = memo(function Ticks({ flow, y, known }: { flow: Flow; y: number; known: boolean }) {
  const { from, to, broken } = flow;
  const state = known ? '' : ' ahead';
  const middle = (from.to + to.from) / 2;
  if (broken) {
    return (
      <g>
        <Line from={[from.to, y]} to={[to.from, y]} className="paper-line" />
        <path className={`tick${state}`} d={`M${middle - 7} ${y + 5}l6 -12M${middle + 1} ${y + 5}l6 -12`} />
      </g>
    );
  }
  const span = to.at - from.at;
  const step = span > 200 ? 50 : 10;
  const first = Math.ceil(from.at / step) * step;
  const times = Array.from(
    { length: Math.max(0, Math.floor((to.at - first) / step) + 1) },
    (_, index) => first + index * step,
  );
  return times.map((at) => {
    const x = from.to + ((at - from.at) / span) * (to.from - from.to);
    return <Line key={at} from={[x, y - (at % (step * 2) ? 4 : 7)]} to={[x, y]} className={`tick${state}`} />;
  });
});

interface HeldProps {
  instant: Instant;
  y: number;
  known: boolean;
  remark: boolean;
}

const Held = memo(function Held({ instant, y, known, remark }: HeldProps) {
  const { from, to } = instant;
  return (
    <g>
      <rect className={`held${known ? '' : ' ahead'}`} x={from} y={y - 4} width={to - from} height={4} />
      {remark && known && to - from > 240 && (
        <text x={remarkAt(instant).from} y={y - 8} className="fig remark">
          browser decides, clock stands
        </text>
      )}
    </g>
  );
});
