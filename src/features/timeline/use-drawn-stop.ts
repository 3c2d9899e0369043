import { startTransition, useLayoutEffect, useState } from 'react';
import type { Run } from '@/explain';
import { type PlayheadState, usePlayhead } from '@/stores/playhead';

const stopAt = ({ position }: PlayheadState): number => Math.floor(position);

/**
 * The stop that the picture shows: the playhead's. While it plays, what a stop adds is worked out in the frame after the one
 * that moves there, and drawn in the next: on a slow machine all of it takes longer than a frame.
 */
export function useDrawnStop({ stops }: Run): number {
  const [drawn, draw] = useState(() => stopAt(usePlayhead.getState()));
  useLayoutEffect(() => {
    let frame: number | undefined;
    const drawNow = () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
      draw(stopAt(usePlayhead.getState()));
    };
    const unsubscribe = usePlayhead.subscribe((state, before) => {
      if (state.keys !== before.keys || !state.playing) drawNow();
      else if (stopAt(state) !== stopAt(before)) frame ??= requestAnimationFrame(() => startTransition(drawNow));
    });
    drawNow();
    return () => {
      unsubscribe();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, []);
  return Math.min(drawn, Math.max(0, stops.length - 1));
}
