import { memo } from 'react';
import type { Run, Track } from '@/explain';
import { Call } from './Call';
import { Envelope } from './glyphs';
import type { Geometry } from './geometry';
import { Outcome } from './Outcome';

interface Known {
  called: boolean;
  closed: boolean;
  settled: boolean;
}

/** What of a request's words is known at a stop. */
export function knownOf(track: Track, run: Run, here: number): Known {
  const reached = (index: number | null | undefined) => index != null && index <= here;
  return {
    called: reached(track.stops.find((index) => run.stops[index]?.kind === 'call')),
    closed: reached(track.closedAt),
    settled: reached(track.settledAt),
  };
}

/** A request's call, what its closed gate prevented, and its outcome. Rendered when something about its request becomes known, not at every stop. */
export const TrackWords = memo(function TrackWords({
  track,
  run,
  geometry,
  thin,
  called,
  closed,
  settled,
}: { track: Track; run: Run; geometry: Geometry; thin: boolean } & Known) {
  const { stops, pageY, channels, size } = geometry;
  const channel = channels[track.row];
  const call = track.stops.find((index) => run.stops[index]?.kind === 'call');
  if (!channel || call === undefined) return null;
  const several = run.tracks.length > 1;
  return (
    <g>
      {called && !thin && (
        <Call track={track} x={stops[call]!} geometry={geometry} several={several} settled={settled} />
      )}
      {called && <circle cx={stops[call]!} cy={pageY} r={3.5} className="dot" />}
      {closed && !thin && (
        <>
          <Envelope x={stops[track.closedAt!]! + 32} y={channel.y} load="ghost" />
          {size !== 'S' && (
            <text x={stops[track.closedAt!]! + 52} y={channel.y + 4} className="fig12 quiet">
              {track.prevented}
            </text>
          )}
        </>
      )}
      {track.settledAt !== null && (
        <Outcome track={track} x={stops[track.settledAt]!} geometry={geometry} known={settled} brief={several} />
      )}
    </g>
  );
});
