import { memo, Suspense, useMemo } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { type RoomBeside, roomsBeside } from './beside';
import type { ChannelGeometry, Geometry, MarkGeometry } from './geometry';
import { unheard } from './findings';
import { FoldGlyph } from './parts';
import { type Sight, inSight } from './sight';
import { StopGlyph } from './StopGlyph';

interface Props {
  run: Run;
  geometry: Geometry;
  sight: Sight;
  here: number;
}

/** The ways and gates in their channels. */
export function Stops({ run, geometry, sight, here }: Props) {
  const { channels, marks, legs } = geometry;
  const rows = useMemo(() => channels.map((_, row) => marks.filter((mark) => mark.row === row)), [channels, marks]);
  const rooms = useMemo(() => rows.map((own) => roomsBeside(run, own, legs)), [run, rows, legs]);
  return channels.map((channel, row) => (
    <ChannelStops
      key={row}
      run={run}
      channel={channel}
      marks={rows[row]!}
      rooms={rooms[row]!}
      size={geometry.size}
      sight={sight}
      here={asSeenFrom(rows[row]!, here)}
    />
  ));
}

/** The stop, as long as it is one of these; otherwise a moment after the last of them. */
function asSeenFrom(marks: readonly MarkGeometry[], here: number): number {
  const last = Math.max(-1, ...marks.flatMap(({ stops }) => stops.filter((stop) => stop <= here)));
  return last === here ? here : last + 0.5;
}

interface ChannelProps extends Pick<Props, 'run' | 'sight' | 'here'>, Pick<Geometry, 'marks' | 'size'> {
  channel: ChannelGeometry;
  rooms: readonly RoomBeside[];
}

/** Rendered when its own request goes on, not at every stop of the others. */
const ChannelStops = memo(function ChannelStops({ run, channel, marks, rooms, size, sight, here }: ChannelProps) {
  const drawn = useMemo(
    () => marks.flatMap((mark, index) => (inSight(sight, mark.x) ? { ...mark, beside: rooms[index]! } : [])),
    [marks, rooms, sight],
  );
  const quiet = unheard(marks, size, run, here);
  return drawn.map(({ kind, stops, x, room, beside }) => {
    const first = stops[0]!;
    // A mark for several stops has found something once all of them have.
    const known = stops.at(-1)! <= here;
    if (kind === 'fan') {
      const unfold = () => usePlayhead.getState().seek(first);
      const members = stops.map((index) => run.stops[index]!);
      return (
        <Suspense key={first}>
          <FoldGlyph stops={members} x={x} channel={channel} known={known} quiet={quiet.has(first)} onUnfold={unfold} />
        </Suspense>
      );
    }
    const shared = { stop: run.stops[first]!, count: stops.length, x, channel, room, beside, size };
    return <StopGlyph key={first} {...shared} known={known} quiet={quiet.has(first)} here={stops.includes(here)} />;
  });
});
