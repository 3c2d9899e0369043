import { memo } from 'react';
import type { Run } from '@/explain';
import type { Geometry } from './geometry';
import { messageKnown, MessageWords, ThinMessageWords } from './MessageWords';
import { silentOf } from './plan';
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
  const { places, channels, plan, end } = geometry;
  const silent = silentOf(plan);
  return (
    <g>
      {geometry.legs.map(
        (leg, index) =>
          inSight(sight, leg.x[0], leg.x[3]) &&
          (channels[leg.row]?.full || leg.leg.from === 'browser') &&
          (channels[leg.row]?.full ? (
            <MessageWords key={index} leg={leg} geometry={geometry} {...messageKnown(leg, run, geometry, here)} />
          ) : (
            <ThinMessageWords
              key={index}
              leg={leg}
              y={(channels[leg.row]?.y ?? 0) + 4}
              {...messageKnown(leg, run, geometry, here)}
            />
          )),
      )}
      {run.tracks.map(
        (track) =>
          !silent.has(track.request) &&
          inSight(
            sight,
            places[track.stops[0] ?? 0] ?? 0,
            track.settledAt === null ? end : places[track.settledAt],
          ) && (
            <TrackWords
              key={track.request}
              track={track}
              run={run}
              geometry={geometry}
              {...knownOf(track, run, here, plan.voices.get(track.request))}
            />
          ),
      )}
    </g>
  );
});
