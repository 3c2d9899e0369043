import { useEffect } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { easeTravel, holdAt, paceOf, travelTo } from './durations';

/** Moves the playhead while it plays: rests at a stop, then travels to the next. Reduced motion: it jumps. */
export function usePlayer(run: Run): void {
  const playing = usePlayhead((state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const pace = paceOf(run);
    let frame = requestAnimationFrame(start);
    let from = usePlayhead.getState().position;
    let elapsed = 0;
    let before = 0;

    function start(now: number) {
      before = now;
      frame = requestAnimationFrame(tick);
    }

    function tick(now: number) {
      const state = usePlayhead.getState();
      elapsed += (now - before) * state.speed * pace;
      before = now;
      const index = Math.floor(from);
      const here = run.stops[index];
      const next = run.stops[index + 1];
      if (!here || !next) {
        state.advance(from);
        return;
      }
      const hold = from > index ? 0 : holdAt(here);
      const travel = travelTo(next, here) * (index + 1 - from);
      const part = Math.min(1, Math.max(0, (elapsed - hold) / travel));
      if (part >= 1) {
        from = index + 1;
        elapsed = Math.max(0, elapsed - hold - travel);
        state.advance(from);
      } else if (part > 0 && !still) {
        state.advance(from + (index + 1 - from) * easeTravel(part));
      }
      if (usePlayhead.getState().playing) frame = requestAnimationFrame(tick);
    }

    return () => cancelAnimationFrame(frame);
  }, [playing, run]);
}
