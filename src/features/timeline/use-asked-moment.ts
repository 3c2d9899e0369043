import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Run, stopAtMoment } from '@/explain';
import { opensCase, partIn } from '@/stores/address';
import { usePlayhead } from '@/stores/playhead';
import { useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';

/** Opens the run at the moment that the address names (`#at=85ms-cors-check`), before it is drawn anywhere else. */
export function useAskedMoment(run: Run): void {
  const keys = usePlayhead((state) => state.keys);
  /** The moment to go to; until the run is that of what the address opens, it waits. */
  const asked = useRef<string | null>(momentIn(location));
  useLayoutEffect(() => {
    const moment = asked.current;
    if (moment === null || keys.length !== run.stops.length || !isOfAddress()) return;
    asked.current = null;
    goTo(run, moment);
  }, [run, keys]);
  useEffect(() => {
    const onChange = () => {
      const moment = momentIn(location);
      if (moment !== null && isOfAddress()) goTo(run, moment);
      else asked.current = moment;
    };
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, [run]);
}

const momentIn = ({ hash }: Location): string | null => partIn(hash, 'at') ?? null;

/** Whether the run on show is that of the case on show, and no link to another is being followed. */
const isOfAddress = (): boolean =>
  !opensCase(window) && useRun.getState().scenario === documentOf(useScenario.getState());

function goTo(run: Run, moment: string): void {
  const stop = stopAtMoment(run, moment);
  if (stop !== null) usePlayhead.getState().seek(stop);
}
