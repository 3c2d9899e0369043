import { memo } from 'react';
import type { Run, Track } from '@/explain';
import { Line } from './glyphs';
import type { Geometry } from './geometry';
import { silentOf } from './plan';
import { RestBars } from './RestBars';
import type { Sight } from './sight';

interface Props {
  run: Run;
  geometry: Geometry;
  sight: Sight;
  /** Pencil is what lies ahead; ink what has happened. */
  ink: boolean;
}

/** The staves of page and servers, and the walls of each channel. */
export const Staves = memo(function Staves({ run, geometry, sight, ink }: Props) {
  const { left, width, size, pageY, servers, channels } = geometry;
  const right = width - (size === 'S' ? 0 : 16);
  const state = ink ? '' : ' ahead';
  const absent = new Set(run.lanes.flatMap((lane) => (lane.absent ? [lane.id] : [])));
  return (
    <g>
      <Line from={[left, pageY]} to={[right, pageY]} className={`stave${state}`} />
      {servers.map(({ id, y }) => (
        <Line key={id} from={[left, y]} to={[right, y]} className={`stave${state}${absent.has(id) ? ' absent' : ''}`} />
      ))}
      {channels.map((channel, row) =>
        wallsOf(run, geometry, row, ink).map(([from, to]) =>
          [channel.top, channel.bottom].map((y) => (
            <g key={`${from} ${y}`}>
              {ink && <Line from={[from, y]} to={[to, y]} className="erased" />}
              <Line from={[from, y]} to={[to, y]} className={`wall${state}`} />
            </g>
          )),
        ),
      )}
      <RestBars geometry={geometry} sight={sight} ink={ink} />
    </g>
  );
});

/**
 * From where to where a channel has walls: not where requests are folded. In ink it ends at a closed gate, and goes on with
 * the next request.
 */
function wallsOf(run: Run, geometry: Geometry, row: number, ink: boolean): [number, number][] {
  const { left, places, end, size, plan, rests } = geometry;
  const silent = silentOf(plan);
  const tracks = run.tracks.filter(
    (track) => plan.rowOf.get(track.request) === row && track.stops.length > 0 && !silent.has(track.request),
  );
  const last = end + (size === 'S' ? 0 : 24);
  const folded = rests.filter((rest) => rest.row === row).map(({ x: [from, to] }) => ({ from: from - 6, to: to + 6 }));
  const gaps = ink ? [...folded, ...tracks.flatMap((track) => closedGap(track, geometry))] : folded;
  const final = tracks.at(-1);
  const ended = final?.settledAt == null ? last : places[final.settledAt]!;
  const to = ink ? Math.max(ended, ...folded.map((gap) => gap.to)) : last;
  const walls: [number, number][] = [];
  let from = left;
  for (const gap of gaps.sort((a, b) => a.from - b.from)) {
    if (gap.from > from) walls.push([from, gap.from]);
    from = Math.max(from, gap.to);
  }
  return to > from ? [...walls, [from, to]] : walls;
}

function closedGap(track: Track, { places }: Geometry): { from: number; to: number }[] {
  if (track.closedAt === null) return [];
  return [{ from: places[track.closedAt]!, to: places[track.settledAt ?? track.closedAt]! }];
}
