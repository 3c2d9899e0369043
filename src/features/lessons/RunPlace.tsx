import { useEffect, useRef, type ReactNode } from 'react';
import { useHold } from '@/stores/hold';
import { useRun } from '@/stores/run';
import { useMedia } from '@/ui/use-media';

/** Where a run is shown. It comes into view and takes the focus after the predictions; on a phone it comes at each Run. */
export function RunPlace({ children }: { children: ReactNode }) {
  const holding = useHold((state) => state.holding);
  const runs = useRun((state) => state.runs);
  const isNarrow = useMedia('(max-width: 799px)');
  const place = useRef<HTMLDivElement>(null);
  const isAwaited = useRef(holding);
  const seen = useRef(runs);

  useEffect(() => {
    // The button that had the focus has gone with its form.
    if (!holding && isAwaited.current) place.current?.focus({ preventScroll: true });
  }, [holding]);

  useEffect(() => {
    const isNew = runs !== seen.current;
    seen.current = runs;
    if (holding || !isNew) return;
    const isCalled = isNarrow && useRun.getState().trigger === 'run';
    if (isAwaited.current || isCalled) place.current?.scrollIntoView({ block: 'start' });
    isAwaited.current = false;
  }, [holding, runs, isNarrow]);

  return (
    <div ref={place} tabIndex={-1} className="run-place" role="group" aria-label="The run">
      {children}
    </div>
  );
}
