import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { hostOf } from '@/explain';
import { documentOf, useScenario } from '@/stores/scenario';

interface Added {
  presetId: string;
  server: number;
  /** The server that was shown before. */
  from: number;
}

/** Outside the panes, of which each server has its own. */
const useAdded = create<{ last: Added | undefined; isNew: boolean }>()(() => ({ last: undefined, isNew: false }));

export const noteAdded = (last: Added): void => useAdded.setState({ last, isNew: true });

/** Below a server that was added just now: that it is a new one, and the way back to the one before. */
export function AddedServer() {
  const last = useAdded((state) => state.last);
  const servers = useScenario((state) => documentOf(state).servers);
  const isHere = useScenario((state) => state.presetId === last?.presetId && state.serverIndex === last.server);
  const before = last && servers[last.from];
  const back = useRef<HTMLButtonElement>(null);

  // What was pressed stood below the other server: whoever works by keyboard goes on here, once.
  useEffect(() => {
    if (!back.current || !useAdded.getState().isNew) return;
    back.current.focus({ preventScroll: true });
    useAdded.setState({ isNew: false });
  }, [last]);

  if (!before || !isHere || servers.length === 1) return null;
  return (
    <p role="status">
      This is the new one, {last.server + 1} of {servers.length}; the others are unchanged.{' '}
      <button
        ref={back}
        type="button"
        className="h-(--hit) underline underline-offset-4"
        onClick={() => {
          useScenario.getState().showServer(last.from);
          useAdded.setState({ last: undefined });
        }}
      >
        Back to {hostOf(before.origin)}
      </button>
    </p>
  );
}
