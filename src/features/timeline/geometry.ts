import type { Lane, Leg } from '@/explain';
import type { Plan, Span } from './plan';

/** Where everything of the picture stands, in CSS pixels. Text never scales with it. */

/** By the width of the picture: 1200 and more, 620 and more, less. */
export type Size = 'L' | 'M' | 'S';

export interface ChannelGeometry {
  y: number;
  top: number;
  bottom: number;
  /** Drawn high, with words. */
  full: boolean;
}

/** A moment at which the clock stands while the browser decides. */
export interface Instant {
  at: number;
  from: number;
  to: number;
}

/** Time that passes. Broken: longer than it is drawn. Folded: what happens in it is drawn as one. */
export interface Flow {
  from: Instant;
  to: Instant;
  broken: boolean;
  folded: boolean;
}

export interface LegGeometry {
  leg: Leg;
  row: number;
  /** How many messages are drawn as this one. */
  count: number;
  /** Leaves, arrives, is answered, is back. */
  x: [number, number, number, number];
  /** Above: the channel's wall, or the stave of the server that passes the request on. Below: the server's stave. */
  yFrom: number;
  yTo: number;
  out: string[];
  back: string[];
  /** Its outbound words stand a line lower: the answer before it has its own where they would begin. */
  isLower: boolean;
}

/** A mark in a channel, for one stop or for several. */
export interface MarkGeometry {
  kind: 'stop' | Span['kind'];
  stops: readonly number[];
  x: number;
  row: number;
  /** Room it has: words need 44, a small mark 9. */
  room: number;
}

/** Requests drawn as one, from x to x. */
export interface RestGeometry {
  span: Span;
  requests: readonly number[];
  row: number;
  x: [number, number];
}

export interface Geometry {
  plan: Plan;
  size: Size;
  /** Width of the window on the picture, and of the whole picture. */
  view: number;
  width: number;
  height: number;
  /** Left edge of the staves. */
  left: number;
  ruler: number;
  pageY: number;
  channels: ChannelGeometry[];
  servers: { id: string; y: number }[];
  /** x of the playhead at each stop, and of the stop's mark. */
  stops: number[];
  places: number[];
  marks: MarkGeometry[];
  rests: RestGeometry[];
  instants: Instant[];
  flows: Flow[];
  legs: LegGeometry[];
  /** Where the last thing ends. */
  end: number;
}

export const HALF_CHANNEL = 13;
export const HALF_THIN = 5;
/** Room that a mark with words needs, and one without. */
export const ROOM_FOR_WORDS = 44;
export const ROOM_FOR_MARK = 9;

/** x of a position in stops, fractions included. */
export function xAt(geometry: Geometry, position: number): number {
  const { stops, left } = geometry;
  const index = Math.floor(position);
  const from = stops[index] ?? stops.at(-1) ?? left;
  const to = stops[index + 1] ?? from;
  return from + (to - from) * (position - index);
}

/** The other way round: the position whose playhead stands at x. */
export function positionAt({ stops }: Geometry, x: number): number {
  const next = stops.findIndex((stop) => stop > x);
  if (next === -1) return Math.max(0, stops.length - 1);
  const [from, to] = [stops[next - 1], stops[next]!];
  return from === undefined ? 0 : next - 1 + (x - from) / (to - from);
}

/** The stop whose playhead stands nearest to x. `places`: x of every stop. */
export function nearestStop(places: readonly number[], x: number): number {
  return places.reduce((best, place, index) => (Math.abs(place - x) < Math.abs(places[best]! - x) ? index : best), 0);
}

/** Where a message that never arrives is last seen. */
export function lostPoint({ x, yFrom, yTo }: LegGeometry): { x: number; y: number } {
  return { x: x[0] + (x[1] - x[0]) * 0.82, y: yFrom + (yTo - yFrom) * 0.82 };
}

/** The middle of a lane's name: with the channels' own names below it, the browser's stands above them. */
export function nameY(geometry: Geometry, lane: Lane, index: number): number {
  const [first, ...others] = geometry.channels;
  return lane.kind === 'browser' && first && others.length > 0 ? first.top - 14 : laneY(geometry, lane, index);
}

/** The middle of a lane, of the run's lanes the `index`th: the page's, the browser's, then one for each server. */
function laneY({ pageY, channels, servers }: Geometry, { kind }: Lane, index: number): number {
  if (kind === 'page') return pageY;
  if (kind === 'browser') return ((channels[0]?.y ?? 0) + (channels.at(-1)?.y ?? 0)) / 2;
  return servers[index - 2]?.y ?? pageY;
}
