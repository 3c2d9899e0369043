import { homeOf } from '@/stores/demonstration';
import { useHold } from '@/stores/hold';
import { useRun } from '@/stores/run';
import { useScenario } from '@/stores/scenario';
import { routeOf } from './route';

/** A review asks a server some hundred times: it waits until nobody edits, and until all that is on show has loaded. */
const REST = 2_500;

/** After a run has rested, reviews the servers, so that the tab can say how much there is to read. */
export function reviewWhenIdle(page: Window): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  useScenario.subscribe(stop);
  useRun.subscribe(({ runs }, before) => {
    if (runs === before.runs) return;
    stop();
    timer = setTimeout(() => {
      const { servers } = homeOf(useScenario.getState());
      // Python takes a second for each of a dozen runs: it is asked when somebody opens the tab.
      const isSlow = servers.some(({ kind }) => kind === 'flask' || kind === 'django');
      if (isSlow || useHold.getState().holding || routeOf(page.location.hash).page !== 'workbench') return;
      void import('@/features/review').then(({ reviewNow }) => reviewNow({ patient: true }));
    }, REST);
  });
}
