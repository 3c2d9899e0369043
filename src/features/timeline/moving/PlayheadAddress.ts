import { useEffect, useRef } from 'react';
import { type Run, momentOf, stopAtMoment } from '@/explain';
import { noted, opensCase, useAddress } from '@/stores/address';
import { usePlayhead } from '@/stores/playhead';
import { useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { momentIn, withMoment } from './address';

/** Browsers refuse to note an address much more often than this. Milliseconds. */
const QUIET = 300;

/**
 * Opens at the moment that the address names, and names in it what is shown and the stop at which the playhead has come to
 * rest. The end of a run is where every run opens, so it needs no name.
 */
export function PlayheadAddress({ run }: { run: Run }): null {
  const shown = useAddress((state) => state.shown);
  /** The moment to go to; until the run is that of what the address opens, it waits. */
  const asked = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    const go = () => {
      if (asked.current == null || opensCase(window)) return;
      if (useRun.getState().scenario !== documentOf(useScenario.getState())) return;
      const stop = stopAtMoment(run, asked.current);
      asked.current = null;
      if (stop !== null) usePlayhead.getState().seek(stop);
    };
    const ask = () => {
      asked.current = momentIn(location.hash);
      go();
    };
    if (asked.current === undefined) ask();
    else go();
    addEventListener('hashchange', ask);
    return () => removeEventListener('hashchange', ask);
  }, [run]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      const { position, playing } = usePlayhead.getState();
      if (playing || !Number.isInteger(position) || opensCase(window)) return;
      const { hash, pathname, search } = location;
      const next = withMoment(hash, position >= run.stops.length - 1 ? null : momentOf(run, position), shown);
      if (next !== hash) history.replaceState(noted(history.state, next), '', next || pathname + search);
    };
    const noteSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(note, QUIET);
    };
    noteSoon();
    const stop = usePlayhead.subscribe((state, before) => {
      if (state.position === before.position && state.playing === before.playing) return;
      clearTimeout(timer);
      if (!state.playing) noteSoon();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [run, shown]);
  return null;
}
