import { memo } from 'react';
import type { Run } from '@/explain';
import type { Geometry } from './geometry';
import { FULL_CHANNELS } from './measures';
import { MessageWords } from './MessageWords';
import { type Sight, inSight } from './sight';
import { knownOf, TrackWords } from './TrackWords';

interface Props {
  run: Run;
  geometry: Geometry;
  sight: Sight;
  here: number;
}

/** What is written beside the strokes, as far as it is known: calls, messages, the request that is held, outcomes. */
export const Words = memo(function Words({ run, geometry, sight, here }: Props) {
  const thin = run.rows > FULL_CHANNELS;
  const { stops, end } = geometry;
  return (
    <g>
      {!thin &&
        geometry.legs.map(
          (leg, index) =>
            inSight(sight, leg.x[0], leg.x[3]) && (
              <MessageWords key={index} leg={leg} run={run} geometry={geometry} here={here} />
            ),
        )}
      {run.tracks.map(
        (track) =>
          inSight(sight, stops[track.stops[0] ?? 0] ?? 0, track.settledAt === null ? end : stops[track.settledAt]) && (
            <TrackWords
              key={track.request}
              track={track}
              run={run}
              geometry={geometry}
              thin={thin}
              {...knownOf(track, run, here)}
            />
          ),
      )}
    </g>
  );
});
