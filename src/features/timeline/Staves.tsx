import { memo } from 'react';
import type { Run } from '@/explain';
import { Line } from './glyphs';
import type { Geometry } from './geometry';

interface Props {
  run: Run;
  geometry: Geometry;
  /** Pencil is what lies ahead; ink what has happened. */
  ink: boolean;
}

/** The staves of page and servers, and the walls of each channel. */
export const Staves = memo(function Staves({ run, geometry, ink }: Props) {
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
        spans(run, geometry, row, ink).map(([from, to]) =>
          [channel.top, channel.bottom].map((y) => (
            <g key={`${from} ${y}`}>
              {ink && <Line from={[from, y]} to={[to, y]} className="erased" />}
              <Line from={[from, y]} to={[to, y]} className={`wall${state}`} />
            </g>
          )),
        ),
      )}
    </g>
  );
});

/** From where to where a channel has walls. In ink it ends at a closed gate and goes on with the next request. */
function spans(run: Run, geometry: Geometry, row: number, ink: boolean): [number, number][] {
  const { left, stops, end, size } = geometry;
  const tracks = run.tracks.filter((track) => track.row === row && track.stops.length > 0);
  const last = end + (size === 'S' ? 0 : 24);
  if (!ink) return [[left, last]];
  const found: [number, number][] = [];
  let from = left;
  for (const track of tracks) {
    if (track.closedAt === null) continue;
    found.push([from, stops[track.closedAt]!]);
    from = stops[track.settledAt ?? track.closedAt]!;
  }
  const final = tracks.at(-1);
  const to = final?.settledAt == null ? last : stops[final.settledAt]!;
  return to > from ? [...found, [from, to]] : found;
}
