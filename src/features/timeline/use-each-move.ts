import { useLayoutEffect } from 'react';
import { usePlayhead } from '@/stores/playhead';
import { type Geometry, xAt } from './geometry';

/** Calls back with the playhead's x, now and whenever it moves. No rendering: this runs at every frame. */
export function useEachMove(geometry: Geometry, move: (x: number) => void): void {
  useLayoutEffect(() => {
    const update = (position: number) => move(xAt(geometry, position));
    update(usePlayhead.getState().position);
    return usePlayhead.subscribe((state, before) => {
      if (state.position !== before.position) update(state.position);
    });
  });
}
