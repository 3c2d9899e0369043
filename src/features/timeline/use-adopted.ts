import { useLayoutEffect } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';

/** Hands each new run to the playhead: an edit keeps the place, Run plays from the start. */
export function useAdopted(run: Run, trigger: 'edit' | 'run'): void {
  useLayoutEffect(() => {
    usePlayhead.getState().adopt(keysOf(run), trigger);
  }, [run, trigger]);
}

/** Which request, which step, which time over: the same over an edit. */
export function keysOf(run: Run): string[] {
  const seen = new Map<string, number>();
  return run.stops.map((stop) => {
    const key = `${stop.request} ${stop.step}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key} ${count}`;
  });
}
