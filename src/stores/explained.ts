import { explainRun, type Run } from '@/explain';
import type { SimulationResult } from '@/scenario/result';
import { useRun, type RunState } from './run';

const known = new WeakMap<SimulationResult, Run>();

/** What the last finished run shows; the same object for the same result. */
function explained({ result, scenario }: Pick<RunState, 'result' | 'scenario'>): Run | undefined {
  if (!result || !scenario) return undefined;
  const before = known.get(result);
  if (before) return before;
  const run = explainRun(result, scenario);
  known.set(result, run);
  return run;
}

export const useExplained = (): Run | undefined => useRun(explained);
