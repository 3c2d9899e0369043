import { useEffect } from 'react';
import { leaveDemonstration } from '@/stores/demonstration';

/** What an entry of the browser's history is to a demonstration: the one it was opened from, or its own. */
type Part = 'before' | 'shown';

const isPart = (part: Part): boolean => (history.state as { demonstration?: Part } | null)?.demonstration === part;

const withPart = (demonstration: Part): object => ({ ...(history.state as object | null), demonstration });

/** Gives the demonstration an entry of its own in the browser's history, so that Back leads to the learner's scenario. */
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
    return () => removeEventListener('popstate', went);
  }, [isShown]);
}

/** Leaves the demonstration, and its entry in the history. */
export function backHome(bringServers: boolean): void {
  leaveDemonstration(bringServers);
  if (isPart('shown')) history.back();
}
