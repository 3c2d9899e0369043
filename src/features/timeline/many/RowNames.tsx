import type { Run, Track } from '@/explain';
import { useScore } from '@/stores/score';
import { Icon } from '@/ui/Icon';
import type { Geometry } from '../geometry';
import { commonPath } from '../common-path';

/** Beside each channel of many, the request that has it at the playhead. A press gives its channel words. */
export function RowNames({ run, geometry, here }: { run: Run; geometry: Geometry; here: number }) {
  const { channels, plan, ruler } = geometry;
  return channels.map((channel, row) => {
    const track = trackIn(run, geometry, row, here);
    if (!track) return null;
    const all = plan.voices.get(track.request) ?? [track.request];
    const settled = track.settledAt !== null && track.settledAt <= here;
    const paths = run.tracks.filter(({ request }) => all.includes(request)).map(({ path }) => path);
    const name = `${all.length > 1 ? `${all.length}× ` : ''}${track.method} ${commonPath(paths)}`;
    return (
      <button
        key={row}
        type="button"
        className={`row-name${channel.full ? ' full' : ''}`}
        style={{ top: channel.y - ruler - 11 }}
        aria-pressed={channel.full}
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
}

/** The last request of a channel that has begun at the playhead; before any has, its first. */
function trackIn(run: Run, { plan }: Geometry, row: number, here: number): Track | undefined {
  const tracks = run.tracks.filter((track) => plan.rowOf.get(track.request) === row && track.stops.length > 0);
  return tracks.findLast((track) => track.stops[0]! <= here) ?? tracks[0];
}
