import { useEffect, useState } from 'react';
import { explainRun } from '@/explain';
import { compareRuns, type Comparison, type Side } from '@/explain/compare';
import { simulateAside } from '@/stores/run';
import { type Asked, type Question, sidesOf } from './question';

export interface Compared {
  sides: [Side, Side];
  comparison: Comparison;
}

/** Both runs, compared; the ones before stay until they are there. */
export function usePair(question: Question | undefined): { compared?: Compared; failure?: string } {
  const [state, setState] = useState<{ compared?: Compared; failure?: string }>({});
  useEffect(() => {
    if (!question) return;
    let isCurrent = true;
    const [left, right] = sidesOf(question);
    Promise.all([run(left), run(right)])
      .then((sides) => ({ compared: { sides, comparison: compareRuns(...sides) } }))
      .catch((error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }))
      .then((found) => {
        if (isCurrent) setState(found);
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [question]);
  return state;
}

async function run({ name, scenario }: Asked): Promise<Side> {
  return { name, run: explainRun(await simulateAside(scenario), scenario) };
}
