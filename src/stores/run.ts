import { create } from 'zustand';
import type { KeptRun, Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';

/** @param kept what happened before the run, and is still there */
export type Simulate = (scenario: Scenario, kept?: readonly KeptRun[]) => Promise<SimulationResult>;

/** What asked for a run: an edit re-runs in place and without motion, Run replays from the start. */
export type RunTrigger = 'edit' | 'run';

export interface RunState {
  status: 'idle' | 'running' | 'done' | 'failed';
  trigger: RunTrigger;
  /** How many runs have finished. A new value means a new result, even where it equals the one before. */
  runs: number;
  /** The result of the last run that finished; it stays while the next one is under way. */
  result: SimulationResult | undefined;
  /** The scenario that gave `result`. */
  scenario: Scenario | undefined;
  /** What had happened before `result`, and was still there. */
  kept: readonly KeptRun[];
  /** Why the simulation itself could not run. Errors of the learner's code are in `result`. */
  failure: string | undefined;
  /** Runs the scenario. Where runs overlap, only the latest one is shown. Never rejects. */
  run: (scenario: Scenario, trigger: RunTrigger, kept?: readonly KeptRun[]) => Promise<void>;
}

export function createRunStore(simulate: Simulate) {
  let latest = 0;
  return create<RunState>()((set) => ({
    status: 'idle',
    trigger: 'edit',
    runs: 0,
    result: undefined,
    scenario: undefined,
    kept: [],
    failure: undefined,
    run: async (scenario, trigger, kept = []) => {
      const mine = ++latest;
      set({ status: 'running' });
      try {
        const result = await simulate(scenario, kept);
        if (mine !== latest) return;
        set((state) => ({ status: 'done', trigger, runs: state.runs + 1, result, scenario, kept, failure: undefined }));
      } catch (error) {
        if (mine !== latest) return;
        set({ status: 'failed', failure: error instanceof Error ? error.message : String(error) });
      }
    },
  }));
}

const unconnected: Simulate = () => Promise.reject(new Error('The simulation has not been connected.'));
let simulator = unconnected;
let asideSimulator = unconnected;

/**
 * Called once by the composition root, before the first run.
 * @param aside runs that are not on show: their exchanges need not stand in the learner’s own DevTools
 */
export function connectSimulator(simulate: Simulate, aside: Simulate = simulate): void {
  simulator = simulate;
  asideSimulator = aside;
}

export const useRun = createRunStore((scenario, kept) => simulator(scenario, kept));

/**
 * A run beside the one on show.
 *
 * @param kept as of the run on show, where this one is compared with it; left out, everything is fresh
 */
export const simulateAside: Simulate = (scenario, kept) => asideSimulator(scenario, kept);
