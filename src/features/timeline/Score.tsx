import { memo, useId } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { FoldGlyph } from './FoldGlyph';
import type { Geometry } from './geometry';
import { FULL_CHANNELS } from './measures';
import { Messages } from './Messages';
import { InkClip, PlayheadLine, Travellers } from './MovingParts';
import { Ruler } from './Ruler';
import { Staves } from './Staves';
import { StopGlyph } from './StopGlyph';
import { Words } from './Words';

interface Props {
  run: Run;
  geometry: Geometry;
  here: number;
}

/** The picture: pencil below, ink above it up to the playhead, then what moves. Rendered once a stop, not once a frame. */
export const Score = memo(function Score({ run, geometry, here }: Props) {
  const id = useId();
  const { width, height } = geometry;
  return (
    <svg className="score" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <InkClip id={`${id}ink`} geometry={geometry} />
        <pattern id="sealed" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="4" className="hatch" />
        </pattern>
      </defs>
      <Ruler run={run} geometry={geometry} here={here} />
      <Staves run={run} geometry={geometry} ink={false} />
      <Messages run={run} geometry={geometry} ink={false} />
      <g clipPath={`url(#${id}ink)`}>
        <Staves run={run} geometry={geometry} ink />
        <Messages run={run} geometry={geometry} ink />
      </g>
      <Breaks geometry={geometry} />
      <PlayheadLine geometry={geometry} part="line" />
      <Stops run={run} geometry={geometry} here={here} />
      <Words run={run} geometry={geometry} here={here} />
      <Travellers run={run} geometry={geometry} />
      <PlayheadLine geometry={geometry} part="knob" />
    </svg>
  );
});

/** A long wait is a break in every stave. */
function Breaks({ geometry }: { geometry: Geometry }) {
  const { flows, pageY, channels, servers } = geometry;
  const lines = [pageY, ...channels.flatMap(({ top, bottom }) => [top, bottom]), ...servers.map((server) => server.y)];
  return flows
    .filter((flow) => flow.broken)
    .map((flow) => {
      const x = (flow.from.to + flow.to.from) / 2;
      return (
        <g key={flow.from.at}>
          {lines.map((y) => (
            <g key={y}>
              <rect className="gap" x={x - 4} y={y - 3} width={8} height={6} />
              <path className="break" d={`M${x - 7} ${y + 5}l6 -10M${x + 1} ${y + 5}l6 -10`} />
            </g>
          ))}
        </g>
      );
    });
}

function Stops({ run, geometry, here }: Props) {
  const folded = new Map(geometry.folds.flatMap((fold) => fold.stops.map((index) => [index, fold] as const)));
  const rows = new Map(run.tracks.map((track) => [track.request, track.row]));
  const thin = run.rows > FULL_CHANNELS;
  return run.stops.map((stop) => {
    const channel = geometry.channels[stop.request === null ? 0 : (rows.get(stop.request) ?? 0)];
    if (!channel) return null;
    const fold = folded.get(stop.index);
    if (fold && fold.stops[0] !== stop.index) return null;
    const known = stop.index <= here;
    if (fold) {
      const stops = fold.stops.map((index) => run.stops[index]!);
      const unfold = () => usePlayhead.getState().seek(stop.index);
      return <FoldGlyph key={stop.index} stops={stops} x={fold.x} channel={channel} known={known} onUnfold={unfold} />;
    }
    const x = geometry.stops[stop.index]!;
    const shared = { stop, x, channel, size: geometry.size, thin };
    return <StopGlyph key={stop.index} {...shared} known={known} here={stop.index === here} />;
  });
}
