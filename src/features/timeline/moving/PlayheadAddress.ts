import { useEffect, useRef } from 'react';
import { type Run, momentOf, stopAtMoment } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { momentIn, withMoment } from './address';

/** Browsers refuse to note an address much more often than this. Milliseconds. */
const QUIET = 300;

/**
 * Opens at the moment that the address names, and names in it the stop at which the playhead has come to rest. The end of
 * a run is where every run opens, so it needs no name.
 */
export function PlayheadAddress({ run }: { run: Run }): null {
  const opened = useRef(false);
  useEffect(() => {
    const go = () => {
      const moment = momentIn(location.hash);
      const stop = moment === null ? null : stopAtMoment(run, moment);
      if (stop !== null) usePlayhead.getState().seek(stop);
    };
    if (!opened.current) go();
    opened.current = true;
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, [run]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      const { position, playing } = usePlayhead.getState();
      if (playing || !Number.isInteger(position)) return;
      const next = withMoment(location.hash, position >= run.stops.length - 1 ? null : momentOf(run, position));
      if (next !== location.hash) history.replaceState(history.state, '', next || location.pathname + location.search);
    };
    const stop = usePlayhead.subscribe((state, before) => {
      if (state.position === before.position && state.playing === before.playing) return;
      clearTimeout(timer);
      if (!state.playing) timer = setTimeout(note, QUIET);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [run]);
  return null;
}
