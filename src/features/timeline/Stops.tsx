import { Suspense, useMemo } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import type { Geometry } from './geometry';
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
  const drawn = useMemo(() => geometry.marks.filter((mark) => inSight(sight, mark.x)), [geometry, sight]);
  const quiet = useMemo(() => unheard(geometry, run, here), [geometry, run, here]);
  return drawn.map(({ kind, stops, x, row, room }) => {
    const channel = geometry.channels[row];
    const first = stops[0]!;
    if (!channel) return null;
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
    const shared = { stop: run.stops[first]!, count: stops.length, x, channel, room, size: geometry.size };
    return <StopGlyph key={first} {...shared} known={known} quiet={quiet.has(first)} here={stops.includes(here)} />;
  });
}
