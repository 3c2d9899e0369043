import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';

/** Only where a gate closed: goes to the next closed gate, from the last one around to the first. */
export function ToGate({ run, here }: { run: Run; here: number }) {
  const gates = run.stops.filter((stop) => stop.verdict === 'fail').map((stop) => stop.index);
  const next = gates.find((index) => index > here) ?? gates[0];
  if (next === undefined) return null;
  return (
    <button
      type="button"
      className="to-gate"
      // Whoever has just pressed it keeps the focus.
      aria-disabled={next === here}
      onClick={() => usePlayhead.getState().seek(next)}
    >
      To the closed gate
    </button>
  );
}
