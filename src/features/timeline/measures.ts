import type { Run, Stop } from '@/explain';
import type { Size } from './geometry';

/** Widths that a size of the picture gives to what happens. CSS pixels. */
export interface Measures {
  left: number;
  lead: number;
  way: number;
  gate: number;
  /** A message's flight of 40 ms, and a server's work. */
  flight: number;
  work: number;
  pageY: number;
  firstChannel: number;
  /** From one channel to the next. */
  pitch: number;
  /** From the last channel to the first server, and from server to server. */
  toServer: number;
  serverPitch: number;
  below: number;
}

/** Beyond so many channels each is drawn thin. */
export const FULL_CHANNELS = 4;

export function sizeOf(width: number): Size {
  return width >= 1200 ? 'L' : width >= 620 ? 'M' : 'S';
}

export function measuresOf(run: Run, width: number): Measures {
  const size = sizeOf(width);
  const several = run.tracks.some((track) => track.legs.length > 1);
  const many = run.rows > FULL_CHANNELS;
  const wide = {
    L: { left: 176, lead: 30, way: several ? 84 : 92, gate: several ? 70 : 80, flight: several ? 76 : 84, work: 34 },
    M: {
      left: width < 800 ? 78 : 124,
      lead: 10,
      way: 64,
      gate: 53,
      flight: several ? 50 : 54,
      work: several ? 18 : 24,
    },
    S: several
      ? { left: 54, lead: 3, way: 42, gate: 42, flight: 29, work: 12 }
      : { left: 56, lead: 6, way: 50, gate: 50, flight: 46, work: 20 },
  }[size];
  const tall =
    size === 'S' ? { pageY: 48, firstChannel: 120, toServer: 102 } : { pageY: 48, firstChannel: 130, toServer: 116 };
  const pitch = many ? 22 : size === 'S' ? 92 : 100;
  const serverPitch = size === 'S' ? 34 : 44;
  const below = size === 'S' ? 30 : 34;
  if (!many) return { ...wide, ...tall, pitch, serverPitch, below };
  return { ...wide, ...tall, way: 16, gate: 18, firstChannel: 96, pitch, serverPitch, below };
}

/** Room before and after a stop. `next`: the stop that follows at the same moment. */
export function roomOf(
  stop: Stop,
  next: Stop | undefined,
  m: Measures,
  crowded: boolean,
): [before: number, after: number] {
  const narrow = m.left < 60;
  switch (stop.kind) {
    case 'way':
      return [m.way / 2, m.way / 2];
    case 'gate':
      return [m.gate / 2, m.gate / 2];
    case 'call':
      return [0, next?.kind === 'call' ? Math.min(m.way * 1.25, 104) : crowded ? m.way * 0.3 : m.way * 0.12];
    case 'settle':
      return narrow ? [m.gate * 0.5, m.gate * 0.2] : [m.gate * 0.65, m.gate * 0.5];
    case 'wait':
      return [10, 14];
    case 'arrive':
    case 'answer':
    case 'lost':
      return [0, 0];
  }
}

/** Simulated milliseconds beyond which a wait is drawn with a break. */
const BREAK_AFTER = 400;

export function flowWidth(duration: number, m: Measures): { width: number; broken: boolean } {
  if (duration > BREAK_AFTER) return { width: m.flight * 1.2, broken: true };
  if (duration <= 15) return { width: m.work * (duration < 3 ? 0.6 : 1), broken: false };
  return { width: m.flight * Math.min(1.5, Math.max(0.55, duration / 40)), broken: false };
}
