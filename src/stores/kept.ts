import { create } from 'zustand';
import type { BrowserName, KeptRun, Scenario } from '@/scenario/document';

/** More than these would make every run slow; the oldest are forgotten first. */
export const MOST_KEPT = 20;

/**
 * The same history with two browsers in each other’s place: what `one` did, `other` has done. So a run in `other` begins as
 * the run in `one` did, which it is compared with.
 */
export function inBrowser(kept: readonly KeptRun[], one: BrowserName, other: BrowserName): KeptRun[] {
  return kept.map((before) => {
    if ('wait' in before) return before;
    const browser = before.browser ?? 'chromium';
    return { ...before, browser: browser === one ? other : browser === other ? one : browser };
  });
}

export interface KeptState {
  /** Whether servers and browsers are, when a run begins, as the runs before left them. */
  keeps: boolean;
  /** What happened since they were fresh, in order. */
  kept: readonly KeptRun[];
  setKeeps: (keeps: boolean) => void;
  /** The run on show has happened: the next one begins where it ended. */
  add: (run: Scenario) => void;
  /** Simulated time goes by before the next run. */
  wait: (milliseconds: number) => void;
  /** Servers and browsers are fresh again. */
  startAfresh: () => void;
}

export const createKeptStore = () =>
  create<KeptState>()((set) => ({
    keeps: false,
    kept: [],
    setKeeps: (keeps) => set({ keeps, kept: [] }),
    add: ({ version: _, servers: __, ...run }) => set(({ kept }) => ({ kept: [...kept, run].slice(-MOST_KEPT) })),
    wait: (milliseconds) => set(({ kept }) => ({ kept: [...kept, { wait: milliseconds }].slice(-MOST_KEPT) })),
    startAfresh: () => set({ kept: [] }),
  }));

export const useKept = createKeptStore();
