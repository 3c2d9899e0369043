import { memo } from 'react';
import type { Run, Track } from '@/explain';
import { hasCallout } from './callouts';
import { Badge, Envelope } from './glyphs';
import type { Geometry, LegGeometry } from './geometry';
import { LABEL_DROP, labelX, shrink } from './labels';
import { FULL_CHANNELS } from './measures';

interface Props {
  run: Run;
  geometry: Geometry;
  here: number;
}

/** What is written beside the strokes, as far as it is known: calls, messages, the request that is held, outcomes. */
export const Words = memo(function Words({ run, geometry, here }: Props) {
  const thin = run.rows > FULL_CHANNELS;
  return (
    <g>
      {!thin &&
        geometry.legs.map((leg, index) => (
          <MessageWords key={index} leg={leg} run={run} geometry={geometry} here={here} thin={thin} />
        ))}
      {run.tracks.map((track) => (
        <TrackWords
          key={track.request}
          track={track}
          run={run}
          geometry={geometry}
          thin={thin}
          {...knownOf(track, run, here)}
        />
      ))}
    </g>
  );
});

function MessageWords({
  leg: geometry,
  run,
  geometry: whole,
  here,
  thin,
}: {
  leg: LegGeometry;
  run: Run;
  geometry: Geometry;
  here: number;
  thin: boolean;
}) {
  const { leg, x, yFrom, yTo } = geometry;
  const { size } = whole;
  const low = run.rows > 1;
  const out = leg.arriveStop ?? leg.answerStop;
  const outKnown = out !== null && out <= here;
  const backKnown = leg.answerStop !== null && leg.answerStop <= here;
  const hop = leg.from !== 'browser';
  const y = hop ? (yFrom + yTo) / 2 : yFrom + (low ? 30 : LABEL_DROP);
  const narrow = size === 'S';
  const xOut = hop ? (x[0] + x[1]) / 2 - 10 : low ? x[0] + 2 : narrow ? x[0] - 2 : labelX(geometry, 'out');
  const xBack = hop ? (x[2] + x[3]) / 2 + 10 : low ? x[3] - 2 : narrow ? x[3] + 2 : labelX(geometry, 'back');
  const back = shrink(geometry.back, roomFor(geometry, run, whole, here, xBack));
  const tone = leg.lost ? 'failed' : leg.sealed ? 'opaque' : leg.kind;
  return (
    <g>
      {outKnown && !thin && <Lines lines={geometry.out} x={xOut} y={y} anchor="end" tone={leg.kind} />}
      {backKnown && !thin && leg.lost !== 'out' && (
        <Lines lines={back} x={xBack} y={low ? y + 18 : y} anchor="start" tone={tone} />
      )}
      {outKnown && leg.work !== '' && size !== 'S' && run.rows === 1 && (
        <text x={(x[1] + x[2]) / 2} y={yTo + 20} className="fig code quiet" textAnchor="middle">
          {leg.work}
        </text>
      )}
    </g>
  );
}

/** How much room a past answer's label has before the callout, which repeats its values, and its playhead. */
function roomFor(leg: LegGeometry, run: Run, geometry: Geometry, here: number, x: number): number {
  const stop = run.stops[here];
  if (!hasCallout(stop) || geometry.size === 'S' || leg.leg.answerStop === null || leg.leg.answerStop >= here)
    return Infinity;
  const playhead = geometry.stops[here] ?? 0;
  return playhead < x ? Infinity : playhead - x - 6;
}

function Lines({
  lines,
  x,
  y,
  anchor,
  tone,
}: {
  lines: readonly string[];
  x: number;
  y: number;
  anchor: 'start' | 'end';
  tone: string;
}) {
  return lines.map((line, index) => (
    <text
      key={index}
      x={x}
      y={y + index * 16}
      textAnchor={anchor}
      className={index === 0 ? `fig12 code strong ink-${tone}` : 'fig code second'}
    >
      {line}
    </text>
  ));
}

interface Known {
  called: boolean;
  closed: boolean;
  settled: boolean;
}

function knownOf(track: Track, run: Run, here: number): Known {
  const reached = (index: number | null | undefined) => index != null && index <= here;
  return {
    called: reached(track.stops.find((index) => run.stops[index]?.kind === 'call')),
    closed: reached(track.closedAt),
    settled: reached(track.settledAt),
  };
}

/** Rendered when something about its request becomes known, not at every stop. */
const TrackWords = memo(function TrackWords({
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

function Call({
  track,
  x,
  geometry,
  several,
  settled,
}: {
  track: Track;
  x: number;
  geometry: Geometry;
  several: boolean;
  settled: boolean;
}) {
  const brief = geometry.size === 'S' || several;
  const state = settled
    ? track.verdict === 'blocked' || track.verdict === 'failed'
      ? 'rejected'
      : 'fulfilled'
    : 'pending';
  const name = track.initiator === 'xhr' ? 'XHR' : track.initiator;
  return (
    <text x={x - 3.5} y={geometry.pageY - 9} className="fig12 code">
      {several ? '' : `${name} `}
      <tspan className="strong">
        {brief
          ? several && geometry.size !== 'S'
            ? `${track.method} ${lastSegment(track.path)}`
            : track.method
          : `${track.method} ${track.path}`}
      </tspan>
      {!brief && (
        <tspan dx={14} className="fig remark">
          {track.initiator === 'fetch' ? `promise ${state}` : state}
        </tspan>
      )}
    </text>
  );
}

const lastSegment = (path: string) => (path.length <= 9 ? path : `…${path.slice(path.lastIndexOf('/'))}`);

function Outcome({
  track,
  x,
  geometry,
  known,
  brief,
}: {
  track: Track;
  x: number;
  geometry: Geometry;
  known: boolean;
  brief: boolean;
}) {
  const { pageY, size } = geometry;
  const tone = track.verdict ?? 'failed';
  if (!known) return <rect x={x - 6} y={pageY - 6} width={12} height={12} className="way ahead" />;
  const got = track.got;
  const rejected = tone === 'blocked' || tone === 'failed';
  if (size === 'S' || brief) {
    return (
      <g>
        <Badge x={x} y={pageY} tone={tone} r={7} />
        {size === 'S' && !brief && (
          <text x={x + 8} y={pageY - 11} className={`fig12 code strong ink-${tone}`} textAnchor="end">
            {rejected ? got?.name : got?.detail}
          </text>
        )}
      </g>
    );
  }
  return (
    <g>
      <Badge x={x} y={pageY} tone={tone} r={7} />
      {rejected ? (
        <text x={x + 13} y={pageY + 18} className={`fig12 code strong ink-${tone}`}>
          {got ? `${got.name}: ${got.detail}` : ''}
        </text>
      ) : (
        <>
          <text x={x + 13} y={pageY + 20} className="fig12 code strong">
            {got?.name}
          </text>
          <text x={x + 13} y={pageY + 35} className={`fig12 ink-${tone}`}>
            {got?.detail}
          </text>
        </>
      )}
    </g>
  );
}
