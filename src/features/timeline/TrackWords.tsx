import { memo } from 'react';
import type { Run, Track } from '@/explain';
import { briefWidth, Call, callWidth } from './Call';
import { pathsOf } from './common-path';
import { Envelope } from './glyphs';
import type { Geometry } from './geometry';
import { Outcome } from './Outcome';
import { silentOf } from './plan';

interface Known {
  called: boolean;
  closed: boolean;
  settled: boolean;
}

/** What of a request's words is known at a stop. */
export function knownOf(track: Track, run: Run, here: number, voice?: readonly number[]): Known {
  const last = voice && run.tracks.findLast((candidate) => voice.includes(candidate.request));
  if (last && last !== track) return knownOf(last, run, here);
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
  called,
  closed,
  settled,
}: { track: Track; run: Run; geometry: Geometry } & Known) {
  const { places: stops, pageY, channels, size, plan } = geometry;
  const channel = channels[plan.rowOf.get(track.request) ?? 0];
  const call = track.stops.find((index) => run.stops[index]?.kind === 'call');
  if (!channel || call === undefined) return null;
  const several = run.tracks.length > 1;
  const paths = pathsOf(track, run, plan);
  return (
    <g>
      {called && channel.full && (
        <Call
          track={track}
          x={stops[call]!}
          room={roomForCall(geometry, run, stops[call]!)}
          geometry={geometry}
          several={several}
          paths={paths}
          settled={settled}
        />
      )}
      {called && <circle cx={stops[call]!} cy={pageY} r={3.5} className="dot" />}
      {closed && channel.full && (
        <>
          <Envelope x={stops[track.closedAt!]! + 32} y={channel.y} load="ghost" />
          {size !== 'S' && roomBehind(geometry, track, run) > 52 + track.prevented.length * 6.4 && (
            <text x={stops[track.closedAt!]! + 52} y={channel.y + 4} className="fig12 quiet">
              {track.prevented}
            </text>
          )}
        </>
      )}
      {track.settledAt !== null && (
        <Outcome
          track={track}
          x={stops[track.settledAt]!}
          from={stops[call]! + callWidth(track)}
          geometry={geometry}
          known={settled}
          room={several ? roomForOutcome(geometry, run, stops[track.settledAt]!) : null}
        />
      )}
    </g>
  );
});

/** Where the calls begin that have a drawing of their own. */
function callsOf({ places, plan }: Geometry, run: Run): { track: Track; x: number }[] {
  const silent = silentOf(plan);
  return run.tracks
    .filter(({ request, stops }) => !silent.has(request) && stops.length > 0)
    .map((track) => ({ track, x: places[track.stops[0]!]! }));
}

/** How much room a call's words have, up to the next call on the page's stave. */
function roomForCall(geometry: Geometry, run: Run, own: number): number {
  return Math.min(Infinity, ...callsOf(geometry, run).flatMap(({ x }) => (x > own ? x : []))) - own;
}

/** How much room an outcome's words have: behind the words of every call before it, up to what comes next. */
function roomForOutcome(geometry: Geometry, run: Run, own: number): number {
  const { places, width, channels, plan } = geometry;
  const calls = callsOf(geometry, run);
  const hasWords = ({ request }: Track) => channels[plan.rowOf.get(request) ?? 0]?.full;
  const endOf = ({ track, x }: { track: Track; x: number }) =>
    x + (hasWords(track) ? briefWidth(track, pathsOf(track, run, plan), roomForCall(geometry, run, x)) : 0);
  if (calls.some((call) => call.x <= own && endOf(call) > own)) return 0;
  const outcomes = calls.flatMap(({ track: { settledAt } }) => (settledAt === null ? [] : places[settledAt]!));
  return Math.min(width, ...[...outcomes, ...calls.map(({ x }) => x)].filter((x) => x > own)) - own;
}

/** How much room there is behind a closed gate, up to what comes next in its channel. */
function roomBehind({ marks, rests, places, plan, width }: Geometry, track: Track, run: Run): number {
  const row = plan.rowOf.get(track.request) ?? 0;
  const gate = places[track.closedAt ?? 0]!;
  const decides = (index: number) => run.stops[index]!.number !== null;
  const next = marks.find((mark) => mark.row === row && mark.x > gate && decides(mark.stops[0]!));
  const rest = rests.find((candidate) => candidate.row === row && candidate.x[0] > gate);
  return Math.min(next ? next.x - next.room / 2 : width, rest ? rest.x[0] : Infinity) - gate;
}
