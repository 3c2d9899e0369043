import { useEffect } from 'react';
import { leaveDemonstration } from '@/stores/demonstration';
import { homeIdOf } from '@/stores/demonstration-home';
import { useScenario } from '@/stores/scenario';

/** What an entry of the browser's history is to a demonstration: the one it was opened from, or its own. */
type Part = 'before' | 'shown';

const isPart = (part: Part): boolean => (history.state as { demonstration?: Part } | null)?.demonstration === part;

const withPart = (demonstration: Part): object => ({ ...(history.state as object | null), demonstration });

/**
 * Gives the demonstration an entry of its own in the browser's history, so that Back leads to the learner's scenario. However
 * the demonstration is left, its entry goes with it.
 */
export function useDemonstrationHistory(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    // After a reload, and where one demonstration follows another, there is one already.
    if (!isPart('shown')) {
      history.replaceState(withPart('before'), '');
      history.pushState(withPart('shown'), '');
    }
    const went = (): void => {
      // A link to another part of the site is a new entry: the demonstration waits behind it.
      if (isPart('before')) leaveDemonstration(false);
    };
    addEventListener('popstate', went);
    const stop = useScenario.subscribe((state, before) => {
      const home = homeIdOf(before);
      if (home === undefined || homeIdOf(state) !== undefined || !isPart('shown')) return;
      if (state.presetId !== home) addEventListener('popstate', forgetMoment, { once: true });
      history.back();
    });
    return () => {
      removeEventListener('popstate', went);
      stop();
    };
  }, [isShown]);
}

/** The entry names a moment of the run that the demonstration was opened from, and another case is open. */
function forgetMoment(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}
