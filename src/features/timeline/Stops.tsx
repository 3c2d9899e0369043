import { useMemo } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { FoldGlyph } from './FoldGlyph';
import type { Geometry } from './geometry';
import { FULL_CHANNELS } from './measures';
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
  const folded = new Map(geometry.folds.flatMap((fold) => fold.stops.map((index) => [index, fold] as const)));
  const rows = useMemo(() => new Map(run.tracks.map((track) => [track.request, track.row])), [run]);
  const thin = run.rows > FULL_CHANNELS;
  const drawn = useMemo(
    () => run.stops.filter((stop) => inSight(sight, geometry.stops[stop.index]!)),
    [run, geometry, sight],
  );
  return drawn.map((stop) => {
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
