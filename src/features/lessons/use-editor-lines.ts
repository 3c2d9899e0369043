import type { CSSProperties } from 'react';
import { shownServer, shownVisit, useScenario } from '@/stores/scenario';

const fewest = 4;
const most = 18;

/** How many lines each editor shows: as many as its text has, within reason, so that a short text leaves room for the run. */
export function useEditorLines(): CSSProperties {
  const frontend = useScenario((state) => linesOf(shownVisit(state).frontend));
  const server = useScenario((state) => {
    const shown = shownServer(state);
    return linesOf(shown && 'code' in shown ? shown.code : shown && 'config' in shown ? shown.config : '');
  });
  return { '--frontend-lines': frontend, '--server-lines': server } as CSSProperties;
}

const linesOf = (text: string): number => Math.min(most, Math.max(fewest, text.split('\n').length));
