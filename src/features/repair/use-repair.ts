import { useEffect, useState } from 'react';
import { FEWER, repairRequest, type Repair, type Run } from '@/repair';
import type { Scenario } from '@/scenario/document';
import type { RequestResult, SimulationResult } from '@/scenario/result';
import { still } from '@/stores/quiet';
import { simulateAside, useRun } from '@/stores/run';

/** Real milliseconds: while a learner types, nothing is searched. */
const REST = 200;

/** Runs before this one that take their time when they are made again. */
const MANY_KEPT = 4;

const known = new WeakMap<SimulationResult, Map<number, Repair>>();

interface Search {
  /** undefined while it is searched, and where there is nothing to repair. */
  repair?: Repair;
  /** Why the search could not be made. */
  failure?: string;
  again: () => void;
}

/** The fixes for a request of a finished run. */
export function useRepair(scenario: Scenario, result: SimulationResult, request: RequestResult | undefined): Search {
  const [found, setFound] = useState<{ request: RequestResult; repair?: Repair; failure?: string }>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!request || known.get(result)?.has(request.id)) return;
    const giving = new AbortController();
    const timer = setTimeout(() => {
      // A fix is an edit: the same run anew, after what had happened before.
      const shown = useRun.getState();
      const kept = shown.result === result ? shown.kept : [];
      const turn = async (): Promise<void> => {
        await still();
        giving.signal.throwIfAborted();
      };
      const tryOne: Run = (changed) => turn().then(() => simulateAside(changed, kept));
      const options = { signal: giving.signal, ...(kept.length > MANY_KEPT ? { limits: FEWER } : {}) };
      turn()
        .then(() => repairRequest(scenario, result, request, tryOne, options))
        .then(
          (repair) => {
            if (!repair || giving.signal.aborted) return;
            known.set(result, new Map(known.get(result)).set(request.id, repair));
            setFound({ request, repair });
          },
          (error: unknown) => {
            if (giving.signal.aborted) return;
            setFound({ request, failure: error instanceof Error ? error.message : String(error) });
          },
        );
    }, REST);
    return () => {
      clearTimeout(timer);
      giving.abort();
    };
  }, [scenario, result, request, attempt]);

  const again = () => {
    setFound(undefined);
    setAttempt(attempt + 1);
  };
  if (!request) return { again };
  return found?.request === request ? { ...found, again } : { repair: known.get(result)?.get(request.id), again };
}
