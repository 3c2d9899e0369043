import { useLayoutEffect } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { drawAfresh } from '@/stores/score';

/** Hands each new run to the playhead: an edit keeps the place, Run plays from the start. */
export function useAdopted(run: Run | undefined, trigger: 'edit' | 'run'): void {
  const asked = run?.tracks.map(({ method, url }) => `${method} ${url}`).join('\n');
  useLayoutEffect(drawAfresh, [asked]);
  useLayoutEffect(() => {
    if (run) usePlayhead.getState().adopt(keysOf(run), trigger);
  }, [run, trigger]);
}

/** Which request, which step, which time over: the same over an edit. */
function keysOf(run: Run): string[] {
  const seen = new Map<string, number>();
  return run.stops.map((stop) => {
    const key = `${stop.request} ${stop.step}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key} ${count}`;
  });
}
