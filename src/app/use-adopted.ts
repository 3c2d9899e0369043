import { useLayoutEffect } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { drawAfresh } from '@/stores/score';

/** They have been played, or need not be: who comes back to one finds it where it was left. */
const known = new WeakSet<Run>();

/** Hands each new run to the playhead: an edit keeps the place, Run plays from the start. */
export function useAdopted(run: Run | undefined, trigger: 'edit' | 'run'): void {
  const asked = run?.tracks.map(({ method, url }) => `${method} ${url}`).join('\n');
  useLayoutEffect(drawAfresh, [asked]);
  useLayoutEffect(() => {
    if (!run) return;
    usePlayhead.getState().adopt(keysOf(run), known.has(run) ? 'edit' : trigger);
    known.add(run);
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
