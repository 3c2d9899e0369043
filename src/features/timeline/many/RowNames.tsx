import { memo, useMemo } from 'react';
import type { Run, Track } from '@/explain';
import { useScore } from '@/stores/score';
import { Icon } from '@/ui/Icon';
import type { Geometry } from '../geometry';
import { commonPath, pathsOf } from '../common-path';

interface Named {
  track: Track;
  name: string;
}

/** Beside each channel of many, the request that has it at the playhead. A press gives its channel words. */
export function RowNames({ run, geometry, here }: { run: Run; geometry: Geometry; here: number }) {
  const { channels, ruler } = geometry;
  const rows = useMemo(() => channels.map((_, row) => namesIn(run, geometry, row)), [run, geometry, channels]);
  return channels.map((channel, row) => {
    const named = lastBegun(rows[row]!, here);
    if (!named) return null;
    const settled = named.track.settledAt !== null && named.track.settledAt <= here;
    return <RowName key={row} {...named} top={channel.y - ruler - 11} full={channel.full} settled={settled} />;
  });
}

/** Rendered when its own request goes on, not at every stop of the others. */
const RowName = memo(function RowName({
  track,
  name,
  top,
  full,
  settled,
}: Named & { top: number; full: boolean; settled: boolean }) {
  return (
    <button
      type="button"
      className={`row-name${full ? ' full' : ''}`}
      style={{ top }}
      aria-current={full || undefined}
      title={`${track.method} ${track.url}`}
      onClick={() => useScore.getState().focusOn(track.request)}
    >
      <span>{name}</span>
      {settled && track.verdict && (
        <>
          <Icon shape={track.verdict} />
          <span className="sr-only">{track.verdict}</span>
        </>
      )}
    </button>
  );
});

/** The requests that have a channel, one after the other. */
function namesIn(run: Run, { plan }: Geometry, row: number): Named[] {
  return run.tracks
    .filter((track) => plan.rowOf.get(track.request) === row && track.stops.length > 0)
    .map((track) => {
      const paths = pathsOf(track, run, plan);
      const count = paths.length > 1 ? `${paths.length}× ` : '';
      return { track, name: `${count}${track.method} ${commonPath(paths)}` };
    });
}

/** The last that has begun at the playhead; before any has, the first. */
function lastBegun(named: readonly Named[], here: number): Named | undefined {
  return named.findLast(({ track }) => track.stops[0]! <= here) ?? named[0];
}
