import type { Run, Stop } from '@/explain';
import { ROOM_FOR_WORDS, type Size } from './geometry';
import type { Plan } from './plan';

/** Widths that a size of the picture gives to what happens. CSS pixels. */
export interface Measures {
  size: Size;
  left: number;
  lead: number;
  way: number;
  gate: number;
  /** The same in a thin channel. */
  thinWay: number;
  thinGate: number;
  /** A message's flight of 40 ms, and a server's work. */
  flight: number;
  work: number;
  /** What is folded. */
  rest: number;
  /** Factor of what has one width in every size and gets narrower with the rest, at most 1. */
  shrink: number;
  pageY: number;
  /** From the page's stave to the first channel's room, and how high the room of a channel is. */
  toChannels: number;
  channel: number;
  thinChannel: number;
  /** From the last channel's room to the first server, and from server to server. */
  toServer: number;
  toServerThin: number;
  serverPitch: number;
  below: number;
}

/** Of their width, what thin channels keep beside a request in focus: their marks still stand apart. */
const BESIDE_FOCUS = 0.45;
/** Left edge of the staves on a phone, where the channels have names. */
const NAMED = 84;

export function sizeOf(width: number): Size {
  return width >= 1200 ? 'L' : width >= 620 ? 'M' : 'S';
}

export function measuresOf(run: Run, width: number, plan: Plan): Measures {
  const size = sizeOf(width);
  const { zoom } = plan;
  const several = plan.rows > 1;
  const inTurn = run.tracks.some((track) => track.legs.length > 1);
  const wide = {
    L: { left: 176, lead: 30, way: inTurn ? 84 : 92, gate: inTurn ? 70 : 80, flight: inTurn ? 76 : 84, work: 34 },
    M: {
      left: width >= 800 ? 124 : several ? 104 : 78,
      lead: 10,
      way: 64,
      gate: 53,
      flight: inTurn ? 50 : 54,
      work: inTurn ? 18 : 24,
    },
    S: inTurn
      ? { left: several ? NAMED : 54, lead: 9, way: 42, gate: 42, flight: 29, work: 12 }
      : { left: several ? NAMED : 56, lead: 6, way: 50, gate: 50, flight: 46, work: 20 },
  }[size];
  const servers = run.lanes.filter((lane) => lane.kind === 'server').length;
  // What has no words gives way first, so that what has keeps them.
  const thin = Math.min(zoom, zoom ** 2) * (plan.focus === null ? 1 : BESIDE_FOCUS);
  const narrow = size === 'S';
  const hasThin = plan.rows > plan.full.size;
  return {
    size,
    left: wide.left,
    lead: wide.lead,
    way: wide.way * zoom,
    gate: wide.gate * zoom,
    thinWay: 28 * thin,
    thinGate: 28 * thin,
    flight: wide.flight * zoom,
    work: wide.work * zoom,
    shrink: Math.min(1, zoom),
    rest: (narrow ? 96 : 132) * Math.max(0.4, Math.min(zoom, 1)),
    pageY: 48,
    toChannels: hasThin ? (narrow ? 34 : 42) : narrow ? 26 : 32,
    channel: narrow ? 92 : hasThin ? 128 : plan.rows === 2 ? 120 : 100,
    thinChannel: plan.rows > 14 ? 14 : plan.rows > 8 ? 17 : 20,
    toServer: narrow ? 56 : 66,
    toServerThin: 38,
    serverPitch: narrow ? 34 : hasThin ? 36 : 44,
    // Enough for a callout to stand below its channel.
    below: narrow ? 30 : Math.max(hasThin ? 28 : 34, plan.rows > 1 ? 0 : 108 - servers * 44),
  };
}

/** Room before and after a stop. `next`: the stop that follows at the same moment. `full`: in a high channel. */
export function roomOf(
  stop: Stop,
  next: Stop | undefined,
  m: Measures,
  full: boolean,
  crowded: boolean,
): [before: number, after: number] {
  const narrow = m.size === 'S';
  const way = full ? m.way : m.thinWay;
  const gate = full ? m.gate : m.thinGate;
  const named = full && !narrow && gate >= ROOM_FOR_WORDS;
  switch (stop.kind) {
    case 'way':
      return [way / 2, named ? Math.max(way / 2, namesApart(stop, next) - way / 2) : way / 2];
    case 'gate':
      return [gate / 2, named ? Math.max(gate / 2, namesApart(stop, next) - gate / 2) : gate / 2];
    case 'call':
      if (next?.kind === 'call') return [0, Math.min(way * 1.25, 104)];
      // Where it ends at once, the call's words still need room, and the envelope that waits at the gate.
      if (next?.kind === 'gate' || next?.kind === 'settle') return [0, way * (narrow ? 0.6 : crowded ? 0.8 : 1.4)];
      return [0, way * (crowded ? 0.3 : 0.12)];
    case 'settle':
      return narrow ? [gate * 0.5, gate * 0.2] : [gate * 0.65, gate * 0.5];
    case 'wait':
      return [10 * m.shrink, 14 * m.shrink];
    case 'arrive':
    case 'answer':
    case 'lost':
      return [0, 0];
  }
}

/** Width of a character of a gate's name. */
const CHARACTER = 6;

/** How far two marks of a kind stand apart at least, so that their names do. */
function namesApart(stop: Stop, next: Stop | undefined): number {
  return next?.kind === stop.kind ? ((stop.name.length + next.name.length) / 2) * CHARACTER + 4 : 0;
}

/** Simulated milliseconds beyond which a wait is drawn with a break. */
const BREAK_AFTER = 400;

export function flowWidth(duration: number, m: Measures): { width: number; broken: boolean } {
  if (duration > BREAK_AFTER) return { width: Math.max(30 * m.shrink, m.flight * 1.2), broken: true };
  if (duration <= 15) return { width: m.work * (duration < 3 ? 0.6 : 1), broken: false };
  return { width: m.flight * Math.min(1.5, Math.max(0.55, duration / 40)), broken: false };
}
