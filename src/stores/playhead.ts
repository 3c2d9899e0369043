import { create } from 'zustand';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Where the playhead stands in the run, in stops; a fraction is the way to the next stop. */
export interface PlayheadState {
  position: number;
  playing: boolean;
  speed: Speed;
  /** Identity of each stop of the run on show, so that an edited run keeps its place. */
  keys: readonly string[];
  /** Shows another run. An edit keeps the playhead at the same stop; Run plays from the start. */
  adopt: (keys: readonly string[], trigger: 'edit' | 'run') => void;
  seek: (position: number) => void;
  /** Whole stops forward or, negative, back. Stops playing. */
  step: (by: number) => void;
  play: () => void;
  pause: () => void;
  setSpeed: (speed: Speed) => void;
  /** For the player: moves without stopping. */
  advance: (position: number) => void;
}

const lastOf = (keys: readonly string[]) => Math.max(0, keys.length - 1);
const within = (position: number, keys: readonly string[]) => Math.min(lastOf(keys), Math.max(0, position));

export const usePlayhead = create<PlayheadState>()((set) => ({
  position: 0,
  playing: false,
  speed: 1,
  keys: [],
  adopt: (keys, trigger) =>
    set((state) => {
      if (trigger === 'run') return { keys, position: 0, playing: keys.length > 1 };
      return { keys, position: keptPosition(state, keys), playing: false };
    }),
  seek: (position) => set(({ keys }) => ({ position: within(position, keys), playing: false })),
  step: (by) =>
    set(({ position, keys }) => {
      const from = by > 0 ? Math.floor(position) : Math.ceil(position);
      return { position: within(from + by, keys), playing: false };
    }),
  play: () =>
    set(({ position, keys }) => ({
      playing: keys.length > 1,
      position: position >= lastOf(keys) ? 0 : position,
    })),
  pause: () => set({ playing: false }),
  setSpeed: (speed) => set({ speed }),
  advance: (position) =>
    set(({ keys }) => {
      const next = within(position, keys);
      return { position: next, playing: next < lastOf(keys) };
    }),
}));

function keptPosition(state: PlayheadState, keys: readonly string[]): number {
  const here = Math.floor(state.position);
  const atEnd = state.keys.length === 0 || here >= lastOf(state.keys);
  const same = keys.indexOf(state.keys[here] ?? '');
  return atEnd || same === -1 ? lastOf(keys) : same;
}
