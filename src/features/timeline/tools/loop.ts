import { type Section, usePlayhead } from '@/stores/playhead';

/** Whether a press at this stop gives the section its end. */
export const canEndLoop = (loop: Section, isOpen: boolean, here: number): boolean => isOpen && here > loop[0];

/**
 * One key for all of it, at the playhead: the first press begins a section and loops to the run's end, the second, further
 * on, ends it there and plays it, the next gives it up.
 */
export function loopHere(): void {
  const { loop, loopIsOpen, setLoop, play, position, keys } = usePlayhead.getState();
  const here = Math.floor(position);
  const last = keys.length - 1;
  if (loop === null) {
    if (here < last) setLoop([here, last], true);
    return;
  }
  if (!canEndLoop(loop, loopIsOpen, here)) {
    setLoop(null);
    return;
  }
  setLoop([loop[0], here]);
  play();
}
