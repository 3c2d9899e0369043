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

/** Takes up what an earlier visit left, and keeps what follows. Storage may be corrupt, full or forbidden. */
export function keepDrills(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  try {
    useDrill.setState({ record: drillFrom(JSON.parse(storage.getItem(key) ?? 'null')) });
  } catch {
    useDrill.setState({ record: noDrills });
  }
  useDrill.subscribe(({ record }) => {
    try {
      storage.setItem(key, JSON.stringify(record));
    } catch {
      return;
    }
  });
}
