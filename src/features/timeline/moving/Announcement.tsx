import { useEffect, useRef, useState } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { sentenceOf } from '../sentences';

/**
 * Says the stop that a step led to, once. Nothing while it plays, but where it comes to rest; nothing where the slider has
 * the focus and says it itself; nothing of another run, which the verdict announces.
 */
export function Announcement({ run, here }: { run: Run; here: number }) {
  const playing = usePlayhead((state) => state.playing);
  const [said, say] = useState('');
  const before = useRef({ run, here });
  useEffect(() => {
    const { run: lastRun, here: last } = before.current;
    if (playing || (lastRun === run && last === here)) return;
    before.current = { run, here };
    const heard = lastRun !== run || document.activeElement?.getAttribute('role') === 'slider';
    const stop = run.stops[here];
    say(heard || !stop ? '' : sentenceOf(run, stop));
  }, [run, here, playing]);
  return (
    <p className="said" aria-live="polite">
      {said}
    </p>
  );
}
