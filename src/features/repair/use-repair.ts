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

/** The fixes for a request of a finished run; undefined while they are searched, and where there is nothing to repair. */
export function useRepair(
  scenario: Scenario,
  result: SimulationResult,
  request: RequestResult | undefined,
): Repair | undefined {
  const [found, setFound] = useState<{ request: RequestResult; repair: Repair }>();

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
          () => undefined,
        );
    }, REST);
    return () => {
      clearTimeout(timer);
      giving.abort();
    };
  }, [scenario, result, request]);

  if (!request) return undefined;
  return found?.request === request ? found.repair : known.get(result)?.get(request.id);
}
