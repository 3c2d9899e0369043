import { useMemo } from 'react';
import type { Run } from '@/explain';
import type { SimulationResult } from '@/scenario/result';
import { useExplained } from '@/stores/explained';
import { useFollowedStop } from '@/stores/followed';
import { useRun } from '@/stores/run';
import type { CodeProblem } from './editor/marks';

/** What the frontend code threw, once the playhead has come to where it is known. */
export function useFrontendProblems(): readonly CodeProblem[] | undefined {
  const result = useRun((state) => state.result);
  const run = useExplained();
  const known = useMemo(() => (result && run ? frontendProblem(result, run) : undefined), [result, run]);
  const isKnown = useFollowedStop((here) => known !== undefined && known.stop <= here);
  return useMemo(() => (isKnown && known ? [known.problem] : undefined), [isKnown, known]);
}

/** The problem and the stop from which it is known. A rejected request without a line is the console's business. */
export function frontendProblem(
  { error, requests }: Pick<SimulationResult, 'error' | 'requests'>,
  { console, stops }: Pick<Run, 'console' | 'stops'>,
): { problem: CodeProblem; stop: number } | undefined {
  if (!error) return undefined;
  const isRejection = requests.some((request) => request.error?.message === error.message);
  if (isRejection && error.line === undefined) return undefined;
  const printed = console.findLast(({ entry }) => entry.source === 'browser' && entry.text.endsWith(error.message));
  return {
    problem: { ...error, message: `${error.name}: ${error.message}` },
    stop: printed?.stop ?? Math.max(0, stops.length - 1),
  };
}
