import { useEffect, useState } from 'react';
import { repairRequest, type Limits, type Repair } from '@/repair';
import type { Scenario, ServerKind } from '@/scenario/document';
import type { RequestResult, SimulationResult } from '@/scenario/result';
import { simulateAside } from '@/stores/run';

/** Real milliseconds: while a learner types, nothing is searched. */
const REST = 200;

/** A run of real Python takes its time. */
const FEWER: Limits = { runs: 16, steps: 6, fixes: 3 };
const SLOW: ReadonlySet<ServerKind> = new Set<ServerKind>(['flask', 'django']);

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
      const limits = scenario.servers.some(({ kind }) => SLOW.has(kind)) ? { limits: FEWER } : {};
      repairRequest(scenario, result, request, simulateAside, { signal: giving.signal, ...limits }).then(
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
