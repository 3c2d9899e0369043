import type { Leg, Run, Stop } from '@/explain';
import { hasCallout } from './callouts';
import { foldStops } from './fold';
import {
  type ChannelGeometry,
  type Flow,
  type Fold,
  type Geometry,
  HALF_CHANNEL,
  type Instant,
  type LegGeometry,
} from './geometry';
import { fitLabels } from './labels';
import { FULL_CHANNELS, type Measures, flowWidth, measuresOf, roomOf, sizeOf } from './measures';

/** Room that a callout needs right of the playhead. */
export const CALLOUT_ROOM = { L: 432, M: 330, S: 70 } as const;

/**
 * Puts a run on paper for a window of this width. Pure. On a phone, equal stops fold around the one at `here`; elsewhere
 * `here` makes no difference, so that nothing moves while the playhead does.
 */
export function layOut(run: Run, view: number, here: number): Geometry {
  const size = sizeOf(view);
  const m = measuresOf(run, view);
  const time = placeInTime(run, m, size === 'S' && run.rows === 1 ? here : null);
  const channels = Array.from({ length: run.rows }, (_, row): ChannelGeometry => {
    const y = m.firstChannel + row * m.pitch;
    const half = run.rows > FULL_CHANNELS ? 5 : HALF_CHANNEL;
    return { y, top: y - half, bottom: y + half };
  });
  const firstServer = (channels.at(-1)?.y ?? m.firstChannel) + m.toServer;
  const servers = run.lanes
    .filter((lane) => lane.kind === 'server')
    .map((lane, index) => ({ id: lane.id, y: firstServer + index * m.serverPitch }));
  const geometry: Geometry = {
    size,
    view,
    width: Math.max(view, time.end + 24, labelsEnd(run, time.stops)),
    height: (servers.at(-1)?.y ?? firstServer) + m.below,
    left: m.left,
    ruler: 22,
    pageY: m.pageY,
    channels,
    servers,
    ...time,
    legs: run.tracks.flatMap((track) =>
      track.legs.flatMap((leg) => legGeometry(leg, track.row, channels, servers, time.instants)),
    ),
  };
  if (size === 'S') geometry.width = Math.max(view, time.end + 8);
  return { ...geometry, legs: fitLabels(geometry, run.rows) };
}

/** Where the last outcome's words end. */
function labelsEnd(run: Run, stops: readonly number[]): number {
  const ends = run.tracks.map((track) => {
    const words = run.tracks.length > 1 ? 0 : `${track.got?.name}: ${track.got?.detail}`.length * 7.3;
    return track.settledAt === null ? 0 : (stops[track.settledAt] ?? 0) + 28 + words;
  });
  return Math.max(0, ...ends);
}

/** How wide the paper is while the playhead stands at a stop: its callout always finds room to its right. */
export function paperWidth(geometry: Geometry, run: Run, here: number): number {
  if (geometry.size === 'S' || !hasCallout(run.stops[here])) return geometry.width;
  return Math.max(geometry.width, (geometry.stops[here] ?? 0) + CALLOUT_ROOM[geometry.size]);
}

interface TimeGeometry {
  stops: number[];
  folds: Fold[];
  instants: Instant[];
  flows: Flow[];
  end: number;
}

function placeInTime(run: Run, m: Measures, foldAround: number | null): TimeGeometry {
  const legs = run.tracks.flatMap((track) => track.legs);
  const moments = new Set(run.stops.map((stop) => stop.at));
  for (const leg of legs) for (const at of [leg.sent, leg.arrived, leg.answered, leg.received]) moments.add(at);
  const times = [...moments].sort((a, b) => a - b);
  const sendings = new Set(legs.map((leg) => leg.sent));
  const groups = foldAround === null ? run.stops.map((stop) => [stop]) : foldStops(run.stops, foldAround);
  const x: number[] = [];
  const folds: Fold[] = [];
  const instants: Instant[] = [];
  const flows: Flow[] = [];
  let cursor = m.left + m.lead;
  times.forEach((at, index) => {
    const before = instants.at(-1);
    if (before) cursor += flowWidth(at - before.at, m).width;
    const instant: Instant = { at, from: index === 0 ? m.left : cursor, to: cursor };
    const here = groups.filter((group) => group[0]?.at === at);
    here.forEach((group, order) => {
      cursor = placeGroup(group, here[order + 1]?.[0], order, cursor, m, run.rows > 1, x);
      if (group.length > 1) folds.push({ stops: group.map((stop) => stop.index), x: x[group[0]!.index]! });
    });
    if (sendings.has(at)) cursor += 6;
    instant.to = cursor;
    instants.push(instant);
    if (before) flows.push({ from: before, to: instant, broken: flowWidth(at - before.at, m).broken });
  });
  return { stops: x, folds, instants, flows, end: cursor };
}

function placeGroup(
  group: readonly Stop[],
  next: Stop | undefined,
  order: number,
  cursor: number,
  m: Measures,
  crowded: boolean,
  x: number[],
): number {
  const stop = group[0]!;
  const [before, after] = roomOf(stop, next, m, crowded);
  const message = stop.kind === 'arrive' || stop.kind === 'answer' || stop.kind === 'lost';
  const at = cursor + (message && order > 0 ? 16 : before);
  for (const member of group) x[member.index] = at;
  return at + after;
}

function legGeometry(
  leg: Leg,
  row: number,
  channels: readonly ChannelGeometry[],
  servers: readonly { id: string; y: number }[],
  instants: readonly Instant[],
): LegGeometry[] {
  const server = servers.find((candidate) => candidate.id === leg.to);
  const from = servers.find((candidate) => candidate.id === leg.from);
  const channel = channels[row];
  if (!server || !channel) return [];
  const instant = (at: number) => instants.find((candidate) => candidate.at === at);
  const leave = (at: number) => instant(at)?.to ?? 0;
  const arrive = (at: number) => instant(at)?.from ?? 0;
  return [
    {
      leg,
      row,
      x: [leave(leg.sent), arrive(leg.arrived), leave(leg.answered), arrive(leg.received)],
      yFrom: from ? from.y : channel.bottom,
      yTo: server.y,
      out: leg.out,
      back: leg.back,
    },
  ];
}
