import { create } from 'zustand';
import type { Run } from '@/explain';
import { usePlayhead } from './playhead';

/** Real milliseconds: words that stand for less are only flicker. At normal speed every stop of a short run stands longer. */
const LEGIBLE = 350;
/** Where stops come faster than that, what stands beside the picture stays so long that some of it can be read. */
const SETTLED = 1500;

/** The stop that everything beside the picture shows: the playhead's, as fast as it can be read. */
const useFollowed = create<{ stop: number }>()(() => ({ stop: 0 }));

let changed = -Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;

function follow(): void {
  clearTimeout(timer);
  timer = undefined;
  const stop = Math.floor(usePlayhead.getState().position);
  if (stop === useFollowed.getState().stop) return;
  changed = performance.now();
  useFollowed.setState({ stop });
}

usePlayhead.subscribe(({ position, playing, keys }, before) => {
  if (!playing || keys !== before.keys) return follow();
  if (timer !== undefined || Math.floor(position) === useFollowed.getState().stop) return;
  const stood = performance.now() - changed;
  if (stood >= LEGIBLE) follow();
  else timer = setTimeout(follow, SETTLED - stood);
});

export const followedStop = (): number => useFollowed.getState().stop;

/** Chooses from the stop that everything beside the picture shows. */
export function useFollowedStop<Chosen>(choose: (stop: number) => Chosen): Chosen {
  return useFollowed(({ stop }) => choose(stop));
}

/** That stop, within the run. */
export function useFollowedStopOf({ stops }: Run): number {
  return useFollowedStop((stop) => Math.min(stop, Math.max(0, stops.length - 1)));
}
