import { create } from 'zustand';
import type { DrillSession } from '@/lessons/drills/session';
import { drillFrom, joined, noDrills, type DrillRecord, type DrillRun } from './drill-record';

export interface DrillState {
  record: DrillRecord;
  /** A run that is not over, with when it began. Kept until the page is loaded anew. */
  underway: { session: DrillSession; began: number } | undefined;
  /** After each answer: what is owed now, and at which level. */
  note: (level: number, owed: string[]) => void;
  /** After the last answer of a run. */
  finish: (run: DrillRun) => void;
  add: (record: DrillRecord) => void;
  clear: () => void;
}

const key = 'cors-gate-by-gate/drill';

export const useDrill = create<DrillState>()((set) => ({
  record: noDrills,
  underway: undefined,
  note: (level, owed) => set(({ record }) => ({ record: { ...record, level, owed } })),
  finish: (run) => set(({ record }) => ({ record: joined(record, { ...noDrills, runs: [run] }) })),
  add: (added) => set(({ record }) => ({ record: joined(record, added) })),
  clear: () => set({ record: noDrills, underway: undefined }),
}));

/**
 * What another tab of this browser has kept: its level and debts are the newer ones, no run of either is lost; cleared there
 * is cleared here. What makes no sense changes nothing.
 */
export function takeUpDrills(text: string | null): void {
  const value = parsed(text);
  if (value === null) return;
  const there = drillFrom(value);
  const { record } = useDrill.getState();
  const next = { ...there, runs: there.runs.length === 0 ? [] : joined(record, there).runs };
  // Two tabs that write what they read would never come to rest.
  if (JSON.stringify(next) !== JSON.stringify(record)) useDrill.setState({ record: next });
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Takes up what an earlier visit left, and keeps what follows. Storage may be corrupt, full or forbidden. */
export function keepDrills(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  try {
    useDrill.setState({ record: drillFrom(parsed(storage.getItem(key))) });
  } catch {
    useDrill.setState({ record: noDrills });
  }
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key === key) takeUpDrills(event.newValue);
  });
  useDrill.subscribe(({ record }) => {
    try {
      storage.setItem(key, JSON.stringify(record));
    } catch {
      return;
    }
  });
}
