import { useEffect, useState } from 'react';
import { explainRun } from '@/explain';
import { compareRuns, type Comparison, type Side } from '@/explain/compare';
import { simulateAside } from '@/stores/run';
import { type Asked, type Question, sidesOf } from './question';

export interface Compared {
  sides: [Side, Side];
  comparison: Comparison;
}

interface Pair {
  compared?: Compared;
  failure?: string;
}

/** Both runs, compared; the ones before stay until they are there. */
export function usePair(question: Question | undefined): Pair & { isUnderWay: boolean } {
  const [state, setState] = useState<Pair & { of?: Question }>({});
  useEffect(() => {
    if (!question) return;
    let isCurrent = true;
    const [left, right] = sidesOf(question);
    Promise.all([run(left), run(right)])
      .then((sides) => ({ compared: { sides, comparison: compareRuns(...sides) } }))
      .catch((error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }))
      .then((found) => {
        if (isCurrent) setState({ ...found, of: question });
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [question]);
  return { ...state, isUnderWay: question !== undefined && state.of !== question };
}

async function run({ name, scenario }: Asked): Promise<Side> {
  return { name, run: explainRun(await simulateAside(scenario), scenario) };
}
