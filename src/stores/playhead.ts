import { create } from 'zustand';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Two stops and all between them. */
export type Section = readonly [from: number, to: number];

/** Where the playhead stands in the run, in stops; a fraction is the way to the next stop. */
export interface PlayheadState {
  position: number;
  playing: boolean;
  speed: Speed;
  /** Identity of each stop of the run on show, so that an edited run keeps its place. */
  keys: readonly string[];
  /** Runs of stops, first and last, that are drawn as one: a step takes each as one. */
  spans: readonly Section[];
  /** The section that plays over and over. */
  loop: Section | null;
  /** It has been given no end yet: it plays to the end of the run. */
  loopIsOpen: boolean;
  /** Shows another run. An edit keeps the playhead at the same stop; Run plays from the start. */
  adopt: (keys: readonly string[], trigger: 'edit' | 'run') => void;
  seek: (position: number) => void;
  /** Whole stops forward or, negative, back, as they are drawn. Stops playing. */
  step: (by: number) => void;
  play: () => void;
  pause: () => void;
  setSpeed: (speed: Speed) => void;
  setSpans: (spans: readonly Section[]) => void;
  /** Plays between two stops, in whichever order they are given; null: to the end again. */
  setLoop: (loop: Section | null, isOpen?: boolean) => void;
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
  spans: [],
  loop: null,
  loopIsOpen: false,
  adopt: (keys, trigger) =>
    set((state) => {
      const loop = keptLoop(state, keys);
      if (trigger === 'run') return { keys, loop, position: loop?.[0] ?? 0, playing: keys.length > 1 };
      return { keys, loop, position: keptPosition(state, keys), playing: false };
    }),
  seek: (position) => set(({ keys }) => ({ position: within(position, keys), playing: false })),
  step: (by) =>
    set(({ position, keys, spans }) => {
      let next = by > 0 ? Math.floor(position) : Math.ceil(position);
      for (let left = Math.abs(by); left > 0; left -= 1) next = stepped(next, Math.sign(by), spans);
      return { position: within(next, keys), playing: false };
    }),
  play: () =>
    set(({ position, keys, loop }) => {
      const [from, to] = loop ?? [0, lastOf(keys)];
      const outside = position >= to || (loop !== null && position < from);
      return { playing: keys.length > 1, position: outside ? from : position };
    }),
  pause: () => set({ playing: false }),
  setSpeed: (speed) => set({ speed }),
  setSpans: (spans) => set({ spans }),
  setLoop: (loop, isOpen = false) =>
    set({ loop: loop && (loop[0] <= loop[1] ? loop : [loop[1], loop[0]]), loopIsOpen: loop !== null && isOpen }),
  advance: (position) =>
    set(({ keys, loop }) => {
      const next = within(position, keys);
      return { position: next, playing: next < lastOf(keys) || loop?.[1] === lastOf(keys) };
    }),
}));

/** The stop after or before one; out of a span at once. */
function stepped(from: number, by: number, spans: readonly Section[]): number {
  const next = from + by;
  const span = spans.find(([first, last]) => next >= first && next <= last);
  if (!span) return next;
  if (by > 0) return span[1];
  return from > span[1] ? span[1] : span[0] - 1;
}

/** The same section over an edit, as long as both its ends are still there. */
function keptLoop({ loop, keys: before }: PlayheadState, keys: readonly string[]): Section | null {
  if (!loop) return null;
  const [from, to] = loop.map((index) => keys.indexOf(before[index] ?? '')) as [number, number];
  return from >= 0 && to > from ? [from, to] : null;
}

function keptPosition(state: PlayheadState, keys: readonly string[]): number {
  const here = Math.floor(state.position);
  const atEnd = state.keys.length === 0 || here >= lastOf(state.keys);
  const same = keys.indexOf(state.keys[here] ?? '');
  return atEnd || same === -1 ? lastOf(keys) : same;
}
