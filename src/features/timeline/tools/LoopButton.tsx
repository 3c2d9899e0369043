import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { loopHere } from './loop';

/** Plays a section over and over. What the next press does is in its name. */
export function LoopButton({ run, here }: { run: Run; here: number }) {
  const loop = usePlayhead((state) => state.loop);
  const last = run.stops.length - 1;
  const open = loop !== null && loop[1] === last && here > loop[0] && here < last;
  const label = loop === null ? 'Loop from here' : open ? 'Loop to here' : 'Stop looping';
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      aria-pressed={loop !== null}
      disabled={loop === null && here >= last}
      onClick={() => loopHere(here, last)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 10V7a3 3 0 0 1 3-3h7m-2.5-2.5L13 4l-2.5 2.5M13 6v3a3 3 0 0 1-3 3H3m2.5 2.5L3 12l2.5-2.5" />
      </svg>
      <span className="tool-words">{label}</span>
      {open && <span className="tool-state">to here</span>}
    </button>
  );
}
