import { create } from 'zustand';
import { useRun } from './run';
import { documentOf, useScenario } from './scenario';

/** How many fields hold text that does not pass: the document lacks it, and so does the run. */
const useHeldText = create<{ fields: number }>()(() => ({ fields: 0 }));

export const countHeldText = (change: 1 | -1): void =>
  useHeldText.setState(({ fields }) => ({ fields: fields + change }));

/**
 * Why the run on show is not of what stands in the editors: it was edited, and is not run yet or is running; null where it
 * is. A run made aside is never theirs: who shows it says so.
 */
export function useStale(): 'edited' | 'running' | null {
  const shown = useRun(({ scenario, isAside }) => (isAside ? undefined : scenario));
  const isRunning = useRun(({ status }) => status === 'running');
  const document = useScenario(documentOf);
  const isHeld = useHeldText(({ fields }) => fields > 0);
  if (!shown) return null;
  if (isRunning) return 'running';
  return shown !== document || isHeld ? 'edited' : null;
}
