import { memo } from 'react';
import type { Run, Track } from '@/explain';
import { Envelope, Head, Line } from './glyphs';
import { type Geometry, type LegGeometry, lostPoint } from './geometry';
import { silentOf } from './plan';
import { type Sight, inSight } from './sight';

interface Props {
  run: Run;
  geometry: Geometry;
  sight: Sight;
  ink: boolean;
}

/** Every stroke of the run: calls, messages to servers and back, the servers' work, and what the code gets. */
export const Messages = memo(function Messages({ run, geometry, sight, ink }: Props) {
  const state = ink ? '' : ' ahead';
  const silent = silentOf(geometry.plan);
  const legs = geometry.legs.filter(({ x }) => inSight(sight, x[0], x[3]));
  return (
    <g>
      {legs.map((leg, index) => (
        <Message key={index} leg={leg} state={state} />
      ))}
      {ink && legs.map((leg, index) => <Held key={index} leg={leg} run={run} geometry={geometry} />)}
      {run.tracks.map(
        (track) =>
          !silent.has(track.request) && (
            <Pending key={track.request} track={track} run={run} geometry={geometry} sight={sight} ink={ink} />
          ),
      )}
    </g>
  );
});

function Message({ leg: geometry, state }: { leg: LegGeometry; state: string }) {
  const { leg, x, yFrom, yTo } = geometry;
  const [x0, x1, x2, x3] = x;
  const turn = (dx: number, dy: number) => (Math.atan2(dy, dx) * 180) / Math.PI;
  const out = `${leg.kind}${state}`;
  const back = `${leg.sealed ? 'opaque' : leg.kind}${state}`;
  if (leg.lost === 'out') {
    const point = lostPoint(geometry);
    return (
      <g>
        <Line from={[x0, yFrom]} to={[point.x, point.y]} className={`msg ${out}`} />
        <Cross {...point} state={state} />
      </g>
    );
  }
  return (
    <g>
      <Line from={[x0, yFrom]} to={[x1, yTo - 1]} className={`msg ${out}`} />
      <Head x={x1} y={yTo - 1} turn={turn(x1 - x0, yTo - yFrom)} className={out} />
      <rect className={`work${state}`} x={x1} y={yTo - 4} width={Math.max(2, x2 - x1)} height={8} />
      {leg.lost === 'back' ? (
        <>
          <Line from={[x2, yTo]} to={[x2 + (x3 - x2) * 0.3, yTo - (yTo - yFrom) * 0.3]} className={`msg ${back}`} />
          <Cross x={x2 + (x3 - x2) * 0.3} y={yTo - (yTo - yFrom) * 0.3} state={state} />
        </>
      ) : (
        <>
          <Line from={[x2, yTo]} to={[x3, yFrom + 1]} className={`msg ${back}`} />
          <Head x={x3} y={yFrom + 1} turn={turn(x3 - x2, yFrom - yTo)} className={back} />
        </>
      )}
    </g>
  );
}

/** Room that its envelope takes, from where the preflight leaves. */
const HELD = 34;

/** The request, parked in the browser while its preflight is away. Zoomed out, many of them would be a hatching. */
function Held({ leg: { leg, x, row, count }, run, geometry }: { leg: LegGeometry; run: Run; geometry: Geometry }) {
  const channel = geometry.channels[row];
  if (leg.kind !== 'preflight' || leg.from !== 'browser' || !channel?.full || x[3] - x[0] < HELD) return null;
  const method = run.tracks.find((track) => track.request === leg.request)?.method ?? 'request';
  return (
    <g>
      <Envelope x={x[0] + 18} y={channel.y} load="actual" />
      {x[3] - x[0] > 100 && (
        <text x={x[0] + 36} y={channel.y + 4} className="fig12 ink-actual">
          {count > 1 ? `${count}× ` : ''}
          {method} held
        </text>
      )}
    </g>
  );
}

function Cross({ x, y, state }: { x: number; y: number; state: string }) {
  return <path className={`cross${state}`} d={`M${x - 6} ${y - 8}l12 16m0 -16l-12 16`} />;
}

/** From the call to its outcome: the call's stroke, the bar of the pending promise, the outcome's stroke. */
function Pending({ track, run, geometry, sight, ink }: Props & { track: Track }) {
  const { places: stops, pageY, channels } = geometry;
  const row = geometry.plan.rowOf.get(track.request) ?? 0;
  const channel = channels[row];
  const call = track.stops.find((index) => run.stops[index]?.kind === 'call');
  if (!channel || call === undefined) return null;
  const state = ink ? '' : ' ahead';
  const from = stops[call]!;
  const to = track.settledAt === null ? geometry.end : stops[track.settledAt]!;
  if (!inSight(sight, from, to)) return null;
  const bar = pageY + (channel.full ? row * 4 : 0);
  const tone = outcomeTone(track);
  return (
    <g>
      <Line from={[from, pageY]} to={[from, channel.top]} className={`msg actual${state}`} />
      <Head x={from} y={channel.top} turn={90} className={`actual${state}`} />
      {ink && <Line from={[from, bar]} to={[to, bar]} className="pending" />}
      {track.settledAt !== null && (
        <>
          <Line from={[to, channel.top]} to={[to, pageY + 8]} className={`msg ${tone}${state}`} />
          <Head x={to} y={pageY + 8} turn={-90} className={`${tone}${state}`} />
        </>
      )}
    </g>
  );
}

function outcomeTone(track: Track): string {
  switch (track.verdict) {
    case 'blocked':
      return 'reject';
    case 'failed':
      return 'failed';
    case 'opaque':
      return 'opaque';
    case 'allowed':
    case null:
      return 'actual';
  }
}
