import { usePlayhead } from '@/stores/playhead';

/**
 * One key for all of it: the first press begins a section at the playhead and loops to the run's end, the second, further
 * on, ends it there and plays it, the next gives it up.
 */
export function loopHere(here: number, last: number): void {
  const { loop, setLoop, play } = usePlayhead.getState();
  if (loop === null) {
    if (here < last) setLoop([here, last]);
    return;
  }
  if (loop[1] === last && here > loop[0] && here < last) {
    setLoop([loop[0], here]);
    play();
    return;
  }
  setLoop(null);
}
