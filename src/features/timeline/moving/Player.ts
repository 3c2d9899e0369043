import { useEffect } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { paceOf } from '../pace';
import type { Span } from '../plan';
import { easeTravel, holdAt, passing, travelTo } from './durations';

/** Moves the playhead while it plays: rests at a stop, then travels to the next. Reduced motion: it jumps. */
export function Player({ run, spans }: { run: Run; spans: readonly Span[] }): null {
  const playing = usePlayhead((state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const pace = paceOf(run, spans);
    let frame = requestAnimationFrame(start);
    let from = usePlayhead.getState().position;
    let given = from;
    let elapsed = 0;
    let before = 0;

    function advance(position: number) {
      usePlayhead.getState().advance(position);
      given = usePlayhead.getState().position;
    }

    function start(now: number) {
      before = now;
      frame = requestAnimationFrame(tick);
    }

    function tick(now: number) {
      const state = usePlayhead.getState();
      // Someone else has moved it: on from there.
      if (state.position !== given) {
        from = given = state.position;
        elapsed = 0;
        before = now;
      }
      elapsed += (now - before) * state.speed * pace;
      before = now;
      const index = Math.floor(from);
      const here = run.stops[index];
      const back = state.loop?.[1] === index && from === index;
      const next = back ? undefined : run.stops[index + 1];
      if (!here || (!next && !back)) {
        advance(from);
        return;
      }
      const through = next ? passing(index, spans) : null;
      const hold = from > index || through !== null ? 0 : holdAt(here);
      const travel = next ? (through ?? travelTo(next, here)) * (index + 1 - from) : 0;
      if (elapsed >= hold + travel) {
        from = back ? state.loop![0] : index + 1;
        elapsed = Math.max(0, elapsed - hold - travel);
        // Through what is drawn as one, several stops may lie in one frame.
        while (!back && elapsed > 0 && passing(from, spans) !== null && elapsed >= passing(from, spans)!) {
          elapsed -= passing(from, spans)!;
          from += 1;
        }
        advance(from);
      } else if (elapsed > hold && !still) {
        const part = (elapsed - hold) / travel;
        advance(from + (index + 1 - from) * (through === null ? easeTravel(part) : part));
      }
      if (usePlayhead.getState().playing) frame = requestAnimationFrame(tick);
    }

    return () => cancelAnimationFrame(frame);
  }, [playing, run, spans]);
  return null;
}
