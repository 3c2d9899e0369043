import { create } from 'zustand';
import type { KeptRun, Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';

/** @param kept what happened before the run, and is still there */
export type Simulate = (scenario: Scenario, kept?: readonly KeptRun[]) => Promise<SimulationResult>;

/** What asked for a run: an edit re-runs in place and without motion, Run replays from the start. */
export type RunTrigger = 'edit' | 'run';

/** What a run is of. */
export interface RunSource {
  /** The case whose document it is. */
  caseId: string;
  /** The edit that it shows, counted. What is typed in one go is one, in several runs perhaps on the way to what is meant. */
  edit: number;
}

export interface RunState {
  status: 'idle' | 'running' | 'done' | 'failed';
  trigger: RunTrigger;
  /** How many runs have finished. A new value means a new result, even where it equals the one before. */
  runs: number;
  /** The result of the last run that finished; it stays while the next one is under way. */
  result: SimulationResult | undefined;
  /** The scenario that gave `result`. */
  scenario: Scenario | undefined;
  /** What gave `result`; undefined where nobody said. */
  source: RunSource | undefined;
  /** What this case was before the last edit of it that was run; undefined where it was not edited. */
  previous: Scenario | undefined;
  /** It was made aside, as a lesson's trial is: the learner did not run it, and it has no part in what is kept. */
  isAside: boolean;
  /** What had happened before `result`, and was still there. */
  kept: readonly KeptRun[];
  /** Why the simulation itself could not run. Errors of the learner's code are in `result`. */
  failure: string | undefined;
  /** Runs the scenario. Where runs overlap, only the latest one is shown. Never rejects. */
  run: (scenario: Scenario, trigger: RunTrigger, kept?: readonly KeptRun[], source?: RunSource) => Promise<void>;
  /** Shows a run that was made aside, and plays it. A run that is under way is dropped. */
  showAside: (scenario: Scenario, result: SimulationResult) => void;
  /** Shows nothing. A run that is under way is dropped. */
  clear: () => void;
}

/** No run is on show. */
const NOTHING = {
  status: 'idle',
  result: undefined,
  scenario: undefined,
  source: undefined,
  previous: undefined,
  isAside: false,
  kept: [],
  failure: undefined,
} as const;

export function createRunStore(simulate: Simulate) {
  let latest = 0;
  return create<RunState>()((set) => ({
    trigger: 'edit',
    runs: 0,
    ...NOTHING,
    run: async (scenario, trigger, kept = [], source) => {
      const mine = ++latest;
      set({ status: 'running' });
      try {
        const result = await simulate(scenario, kept);
        if (mine !== latest) return;
        set((state) => ({
          status: 'done',
          trigger,
          runs: state.runs + 1,
          result,
          scenario,
          source,
          previous: previousOf(state, scenario, source),
          isAside: false,
          kept,
          failure: undefined,
        }));
      } catch (error) {
        if (mine !== latest) return;
        set({ status: 'failed', failure: error instanceof Error ? error.message : String(error) });
      }
    },
    showAside: (scenario, result) => {
      latest += 1;
      set((state) => ({
        ...NOTHING,
        status: 'done',
        trigger: 'run',
        runs: state.runs + 1,
        result,
        scenario,
        isAside: true,
      }));
    },
    clear: () => {
      latest += 1;
      set(NOTHING);
    },
  }));
}

/** One edit has one state before it, however often it was run meanwhile. */
function previousOf(before: RunState, scenario: Scenario, source: RunSource | undefined): Scenario | undefined {
  if (!source || source.caseId !== before.source?.caseId) return undefined;
  const isSameEdit = before.scenario === scenario || source.edit === before.source.edit;
  return isSameEdit ? before.previous : before.scenario;
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
