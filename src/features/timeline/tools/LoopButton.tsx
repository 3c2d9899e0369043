import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { canEndLoop, loopHere } from './loop';

const LABELS = { begin: 'Loop from here', end: 'Loop to here', stop: 'Stop looping' } as const;

/** Plays a section over and over. What the next press does is in its name. */
export function LoopButton({ run, here }: { run: Run; here: number }) {
  const loop = usePlayhead((state) => state.loop);
  const isOpen = usePlayhead((state) => state.loopIsOpen);
  const last = run.stops.length - 1;
  const next = loop === null ? 'begin' : canEndLoop(loop, isOpen, here) ? 'end' : 'stop';
  const isAtEnd = next === 'begin' && here >= last;
  const label = LABELS[next];
  return (
    <button
      type="button"
      className={loop === null ? 'tool' : 'tool on'}
      aria-label={label}
      title={label}
      aria-disabled={isAtEnd}
      onClick={() => !isAtEnd && loopHere()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 10V7a3 3 0 0 1 3-3h7m-2.5-2.5L13 4l-2.5 2.5M13 6v3a3 3 0 0 1-3 3H3m2.5 2.5L3 12l2.5-2.5" />
        {next === 'end' && <path d="M8 6v4" />}
      </svg>
      <span className="tool-words">{label}</span>
    </button>
  );
}
