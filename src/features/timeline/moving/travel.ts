import type { Leg, Run, Stop, Track } from '@/explain';
import { type Geometry, type LegGeometry, lostPoint, xAt } from '../geometry';

/** What travels for a request, as the playhead moves. */
export type Load = 'actual' | 'preflight' | 'opaque';

/** While the playhead is at `at`, the traveller is at (x, y); between waypoints it moves in a straight line. */
export interface Waypoint {
  at: number;
  x: number;
  y: number;
  /** null: it is gone. */
  load: Load | null;
}

/** An envelope in a high channel, and in a thin one. */
export const HIGH_ENVELOPE = { w: 25, h: 16 } as const;
export const THIN_ENVELOPE = { w: 13, h: 9 } as const;

/** How far left of a gate, or of a way, the traveller stops. */
const BEFORE_GATE = 27;
const BEFORE_WAY = 23;

/** The traveller's road through the picture, in order of the playhead's x. */
export function roadOf(track: Track, run: Run, geometry: Geometry): Waypoint[] {
  const channel = geometry.channels[geometry.plan.rowOf.get(track.request) ?? 0];
  if (!channel) return [];
  const road: Waypoint[] = [];
  const legs = geometry.legs.filter(({ leg }) => leg.request === track.request && leg.from === 'browser');
  let load: Load = 'actual';
  const go = (at: number, x: number, y: number) => road.push({ at, x, y, load });
  for (const index of track.stops) {
    const stop = run.stops[index]!;
    const at = xAt(geometry, index);
    const x = geometry.places[index]!;
    const leg = legs.find((candidate) => belongs(candidate.leg, stop));
    switch (stop.kind) {
      case 'call':
        go(at, x, geometry.pageY);
        go(at + 0.01, x, channel.y);
        break;
      case 'way':
        go(at, x - BEFORE_WAY, channel.y);
        break;
      case 'gate':
        go(at, x - BEFORE_GATE, channel.y);
        break;
      case 'arrive':
        if (leg) {
          load = leg.leg.kind;
          go(leg.x[0], leg.x[0], channel.y);
          go(leg.x[1], leg.x[1], leg.yTo);
        }
        break;
      case 'answer':
      case 'lost':
        if (leg) load = comeBack(leg, channel.y, load, road);
        break;
      case 'settle':
        if (track.closedAt === null && track.verdict !== 'failed') {
          go(at - 0.01, x, channel.y);
          go(at, x, geometry.pageY);
        }
        break;
      case 'wait':
        break;
    }
  }
  return road;
}

function belongs(leg: Leg, stop: Stop): boolean {
  return leg.arriveStop === stop.index || leg.answerStop === stop.index;
}

function comeBack(leg: LegGeometry, channelY: number, before: Load, road: Waypoint[]): Load {
  const [x0, x1, x2, x3] = leg.x;
  const load: Load = leg.leg.sealed ? 'opaque' : leg.leg.kind;
  if (leg.leg.lost === 'out') {
    const stop = lostPoint(leg);
    road.push(
      { at: x0, x: x0, y: channelY, load: leg.leg.kind },
      { at: x1, x: stop.x, y: stop.y, load: leg.leg.kind },
      { at: x1 + 0.01, x: stop.x, y: stop.y, load: null },
    );
    return before;
  }
  road.push({ at: x2, x: x2, y: leg.yTo, load });
  if (leg.leg.lost === 'back') {
    road.push({ at: x2 + 0.01, x: x2, y: leg.yTo, load: null });
    return before;
  }
  road.push({ at: x3, x: x3, y: channelY, load });
  return load;
}

/** Where the traveller is, and what it carries; null before it sets out and where it is gone. */
export function travellerAt(road: readonly Waypoint[], playhead: number): (Waypoint & { load: Load }) | null {
  const first = road[0];
  if (!first || playhead < first.at) return null;
  const next = road.findIndex((waypoint) => waypoint.at > playhead);
  if (next === -1) return carrying(road.at(-1)!);
  const a = road[next - 1]!;
  const b = road[next]!;
  const part = b.at === a.at ? 1 : (playhead - a.at) / (b.at - a.at);
  return carrying({
    at: playhead,
    x: a.x + (b.x - a.x) * part,
    y: a.y + (b.y - a.y) * part,
    load: part === 0 ? a.load : b.load,
  });
}

function carrying(waypoint: Waypoint): (Waypoint & { load: Load }) | null {
  return waypoint.load === null ? null : { ...waypoint, load: waypoint.load };
}
