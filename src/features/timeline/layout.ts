import type { Leg, Run, Track } from '@/explain';
import { hasCallout } from './callouts';
import { commonPath } from './common-path';
import { type ChannelGeometry, type Geometry, HALF_CHANNEL, HALF_THIN, type LegGeometry } from './geometry';
import { fitLabels, labelWidth } from './labels';
import { fitAmong } from './labels-among';
import { type Measures, measuresOf, sizeOf } from './measures';
import { type TimeGeometry, placeInTime } from './place-in-time';
import { outcomeWord } from './outcome-word';
import { type Plan, silentOf } from './plan';

/** Room that a callout needs right of the playhead. */
export const CALLOUT_ROOM = { L: 432, M: 330, S: 70 } as const;
/** Room in which it has its full width. */
export const CALLOUT_FULL = { L: 478, M: 378, S: 70 } as const;

/** Puts a run on paper for a window of this width. Pure. */
export function layOut(run: Run, view: number, plan: Plan): Geometry {
  const size = sizeOf(view);
  const m = measuresOf(run, view, plan);
  const time = placeInTime(run, plan, m);
  const { channels, end } = channelsOf(plan, m);
  const firstServer = end + (channels.at(-1)?.full ? m.toServer : m.toServerThin);
  const servers = run.lanes
    .filter((lane) => lane.kind === 'server')
    .map((lane, index) => ({ id: lane.id, y: firstServer + index * m.serverPitch }));
  const geometry: Geometry = {
    plan,
    size,
    view,
    width: size === 'S' ? Math.max(view, time.end + 8) : Math.max(view, time.end + 24, labelsEnd(run, time.places)),
    height: (servers.at(-1)?.y ?? firstServer) + m.below,
    left: m.left,
    ruler: 22,
    pageY: m.pageY,
    channels,
    servers,
    ...time,
    legs: legsOf(run, plan, channels, servers, time),
  };
  return { ...geometry, legs: channels.length > 1 ? fitAmong(geometry, run) : fitLabels(geometry) };
}

/** From the top of a high channel's room to its middle: its gates, their names and numbers, which a thin one's words keep from. */
const ABOVE = 50;
const BELOW_THIN = 72;

function channelsOf(plan: Plan, m: Measures): { channels: ChannelGeometry[]; end: number } {
  let end = m.pageY + m.toChannels;
  const channels = Array.from({ length: plan.rows }, (_, row): ChannelGeometry => {
    const full = plan.full.has(row);
    const half = full ? HALF_CHANNEL : HALF_THIN;
    const above = full ? Math.min(m.channel / 2, ABOVE) : m.thinChannel / 2;
    const below = full ? m.channel - above : above;
    const y = end + (full && row > 0 && !plan.full.has(row - 1) ? BELOW_THIN : above);
    end = y + below;
    return { y, top: y - half, bottom: y + half, full };
  });
  return { channels, end };
}

/** Where the last outcome's words end. */
export function labelsEnd(run: Run, places: readonly number[]): number {
  const ends = run.tracks.map((track) =>
    track.settledAt === null ? 0 : (places[track.settledAt] ?? 0) + outcomeRoom(run, track),
  );
  return Math.max(0, ...ends);
}

/** Room that an outcome's words take; of several requests one word is written. */
function outcomeRoom(run: Run, { got, verdict }: Track): number {
  if (!got) return 28;
  if (run.tracks.length > 1) return 28 + labelWidth([outcomeWord({ got, verdict })]);
  const lines = verdict === 'blocked' || verdict === 'failed' ? [`${got.name}: ${got.detail}`] : [got.name, got.detail];
  return 28 + labelWidth(lines);
}

/**
 * What must stay visible right of the playhead while it stands at a stop: room for the next callout too, so that the paper
 * does not leap when it comes.
 */
export function roomAhead({ size, view, left }: Geometry, run: Run, here: number): number {
  if (here <= run.stops.findLastIndex(hasCallout)) return CALLOUT_ROOM[size];
  const settled = size === 'S' ? undefined : run.tracks.find(({ settledAt }) => settledAt === here);
  return settled ? Math.min(Math.max(70, outcomeRoom(run, settled)), (view - left) / 2) : 70;
}

/** How wide the paper is: every callout finds room to the right of its stop, and nothing moves when one comes. */
export function paperWidth(geometry: Geometry, run: Run): number {
  const last = geometry.size === 'S' ? undefined : run.stops.findLast(hasCallout);
  return last ? Math.max(geometry.width, geometry.stops[last.index]! + CALLOUT_ROOM[geometry.size]) : geometry.width;
}

/** The words of one message for all the equal ones: their method, and what their paths have in common. */
function ofAll([first = '', ...rest]: readonly string[], paths: readonly string[]): string[] {
  const method = first.split(' ')[0]!;
  return [first === method ? method : `${method} ${commonPath(paths)}`, ...rest];
}

/** Every message that is drawn; those of equal requests are drawn once. */
function legsOf(
  run: Run,
  plan: Plan,
  channels: readonly ChannelGeometry[],
  servers: readonly { id: string; y: number }[],
  { instants }: TimeGeometry,
): LegGeometry[] {
  const silent = silentOf(plan);
  const instantAt = new Map(instants.map((instant) => [instant.at, instant]));
  const firstAt = new Map(instants.toReversed().map((instant) => [instant.at, instant]));
  const place = (leg: Leg): LegGeometry['x'] => [
    instantAt.get(leg.sent)?.to ?? 0,
    firstAt.get(leg.arrived)?.from ?? 0,
    instantAt.get(leg.answered)?.to ?? 0,
    firstAt.get(leg.received)?.from ?? 0,
  ];
  return run.tracks.flatMap((track) => {
    if (silent.has(track.request)) return [];
    const row = plan.rowOf.get(track.request) ?? 0;
    const channel = channels[row];
    const voice = plan.voices.get(track.request) ?? [];
    const paths = run.tracks.filter(({ request }) => voice.includes(request)).map(({ path }) => path);
    return track.legs.flatMap((leg): LegGeometry[] => {
      const server = servers.find((candidate) => candidate.id === leg.to);
      const from = servers.find((candidate) => candidate.id === leg.from);
      if (!server || !channel) return [];
      return [
        {
          leg,
          row,
          count: Math.max(1, voice.length),
          x: place(leg),
          yFrom: from ? from.y : channel.bottom,
          yTo: server.y,
          out: paths.length > 1 ? ofAll(leg.out, paths) : leg.out,
          back: leg.back,
          isLower: false,
        },
      ];
    });
  });
}
