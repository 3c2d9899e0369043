import { memo, useMemo } from 'react';
import { clock } from './clock';
import { Line } from './glyphs';
import type { Flow, Geometry, Instant } from './geometry';
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
  const { ruler, width, instants, flows } = geometry;
  const held = useMemo(() => instants.filter((instant) => instant.to - instant.from > 8), [instants]);
  const figures = useMemo(() => flying(geometry, held), [geometry, held]);
  const words = useMemo(
    () => new Map(instants.map((instant) => [instant, moment(instant.at, flows)])),
    [instants, flows],
  );
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
              geometry={geometry}
              known={instant.at <= now}
              remark={index === 0 || instant.to - instant.from > 220}
              isClear={playhead < instant.from + 46 || playhead > instant.from + 226}
              figure={figureOf(words.get(instant)!)}
              figureAt={beside(playhead, instant, figureOf(words.get(instant)!), () => around(instant, held, figures))}
            />
          ),
      )}
      {figures
        // Not under the playhead's knob: the clock says that moment.
        .filter(
          (instant) =>
            inSight(sight, instant.from) &&
            Math.abs(playhead - instant.from) > words.get(instant)!.length * (FIGURE / 2) + 7,
        )
        .map((instant) => (
          <text
            key={instant.at}
            x={instant.from}
            y={ruler - 9}
            className={`fig code ${instant.at <= now ? '' : 'ahead'}`}
            textAnchor="middle"
          >
            {words.get(instant)}
          </text>
        ))}
    </g>
  );
});

const FIGURE = 6.7;

/** A held moment's figure, with its unit. */
const figureOf = (words: string): string => words.replace(/\d$/, '$& ms');

/** Where the figures before and after a moment end and begin. */
function around(instant: Instant, held: readonly Instant[], figures: readonly Instant[]): readonly [number, number] {
  const before = [...held.map(({ from }) => from + 52), ...figures.map(({ from }) => from + 18)];
  const after = [...held.map(({ from }) => from + 2), ...figures.map(({ from }) => from - 18)];
  return [
    Math.max(0, ...before.filter((x) => x - 18 < instant.from)),
    Math.min(Infinity, ...after.filter((x) => x > instant.from + 10)),
  ];
}

/** The figure's left end. Where the playhead's knob would lie on it, it makes room; null: there is none, and the clock says it. */
function beside(
  playhead: number,
  { from }: Instant,
  figure: string,
  room: () => readonly [number, number],
): number | null {
  const wide = figure.length * FIGURE;
  const own = from + 6;
  if (playhead + 8 < own || playhead - 8 > own + wide) return own;
  const [before, after] = room();
  if (playhead + 10 + wide < after) return playhead + 10;
  return playhead - 10 - wide > before ? playhead - 10 - wide : null;
}

/** Moments within flights that get a figure, as far as there is room. */
function flying({ instants, size }: Geometry, held: readonly Instant[]): Instant[] {
  const room = size === 'S' ? 34 : 46;
  const taken = held.map((instant) => [instant.from, instant.from + (size === 'S' ? 34 : 62)] as const);
  return instants.filter((instant) => {
    if (held.includes(instant) || taken.some(([from, to]) => instant.from > from - 26 && instant.from < to + 16))
      return false;
    taken.push([instant.from - room / 2, instant.from + room / 2]);
    return true;
  });
}

const Ticks = memo(function Ticks({ flow, y, known }: { flow: Flow; y: number; known: boolean }) {
  const { from, to, broken } = flow;
  const state = known ? '' : ' ahead';
  const middle = (from.to + to.from) / 2;
  if (broken) {
    return (
      <g>
        <Line from={[from.to, y]} to={[to.from, y]} className="paper-line" />
        <path className={`tick${state}`} d={`M${middle - 7} ${y + 5}l6 -12M${middle + 1} ${y + 5}l6 -12`} />
        <text x={middle} y={y - 10} className={`fig code ${known ? '' : 'ahead'}`} textAnchor="middle">
          {clock(Math.floor((to.at - from.at) / 1000) * 1000 || to.at - from.at)}
        </text>
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

const Held = memo(function Held({
  instant,
  geometry,
  known,
  remark,
  isClear,
  figure,
  figureAt,
}: {
  instant: Instant;
  geometry: Geometry;
  known: boolean;
  remark: boolean;
  /** The playhead and its figure are elsewhere. */
  isClear: boolean;
  figure: string;
  figureAt: number | null;
}) {
  const { ruler, size } = geometry;
  const width = instant.to - instant.from;
  return (
    <g>
      <rect className={`held${known ? '' : ' ahead'}`} x={instant.from} y={ruler - 4} width={width} height={4} />
      {figureAt !== null && (
        <text x={figureAt} y={ruler - 8} className={`fig code ${known ? '' : 'ahead'}`}>
          {figure}
        </text>
      )}
      {remark && known && width > 240 && size === 'L' && isClear && (
        <text x={instant.from + 58} y={ruler - 8} className="fig remark">
          browser decides, clock stands
        </text>
      )}
    </g>
  );
});

/** A moment on the ruler: since the run began, or, after a long wait, since the wait ended. */
function moment(at: number, flows: readonly Flow[]): string {
  const wait = flows.findLast((flow) => flow.broken && flow.to.at <= at)?.to.at;
  if (wait === undefined) return at < 1000 ? String(Math.round(at)) : clock(at);
  return at === wait ? clock(Math.floor(at / 1000) * 1000) : `+${Math.round(at - wait)}`;
}
