import type { Leg } from '@/explain';

/** Where everything of the picture stands, in CSS pixels. Text never scales with it. */

/** By the width of the picture: 1200 and more, 620 and more, less. */
export type Size = 'L' | 'M' | 'S';

export interface ChannelGeometry {
  y: number;
  top: number;
  bottom: number;
}

/** A moment at which the clock stands while the browser decides. */
export interface Instant {
  at: number;
  from: number;
  to: number;
}

/** Time that passes. Broken: longer than it is drawn. */
export interface Flow {
  from: Instant;
  to: Instant;
  broken: boolean;
}

export interface LegGeometry {
  leg: Leg;
  row: number;
  /** Leaves, arrives, is answered, is back. */
  x: [number, number, number, number];
  /** Above: the channel's wall, or the stave of the server that passes the request on. Below: the server's stave. */
  yFrom: number;
  yTo: number;
  out: string[];
  back: string[];
}

/** Consecutive stops with the same result, drawn as one. */
export interface Fold {
  stops: number[];
  x: number;
}

export interface Geometry {
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
  /** x of each stop. */
  stops: number[];
  folds: Fold[];
  instants: Instant[];
  flows: Flow[];
  legs: LegGeometry[];
  /** Where the last thing ends. */
  end: number;
}

export const HALF_CHANNEL = 13;

/** x of a position in stops, fractions included. */
export function xAt(geometry: Geometry, position: number): number {
  const { stops, left } = geometry;
  const index = Math.floor(position);
  const from = stops[index] ?? stops.at(-1) ?? left;
  const to = stops[index + 1] ?? from;
  return from + (to - from) * (position - index);
}
