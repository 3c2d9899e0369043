import { useMemo } from 'react';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Run } from '@/explain';
import type { Server } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { useExplained } from '@/stores/explained';
import { useFollowedStop } from '@/stores/followed';
import { useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { problemText, type CodeProblem } from './editor/marks';
import { codeOf, useMoved, useRanFrontend, useRanServer } from './ran';

/** What the frontend code threw, once the playhead has come to where it is known. */
export function useFrontendProblems(): readonly CodeProblem[] {
  const result = useRun((state) => state.result);
  const run = useExplained();
  const known = useMemo(() => (result && run ? frontendProblem(result, run) : undefined), [result, run]);
  const isKnown = useFollowedStop((here) => known !== undefined && known.stop <= here);
  const problems = useMemo(() => (isKnown && known ? [known.problem] : []), [isKnown, known]);
  const now = useScenario((state) => documentOf(state).frontend);
  return useMoved(problems, useRanFrontend(undefined), now);
}

/** What is wrong with a server's code, each once: it may have failed at many requests. */
export function useServerProblems(server: Server): readonly CodeProblem[] {
  const origin = originOfPage(server.origin);
  const errors = useRun((state) => state.result?.serverErrors);
  const problems = useMemo(() => {
    const own = (errors ?? []).filter((error) => error.origin === origin);
    return [...new Map(own.map((error) => [problemText(error), error])).values()];
  }, [errors, origin]);
  return useMoved(problems, codeOf(useRanServer(server)), codeOf(server));
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
