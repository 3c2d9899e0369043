import { useEffect } from 'react';
import { type Run, momentOf } from '@/explain';
import { noted, opensCase, useAddress } from '@/stores/address';
import { usePlayhead } from '@/stores/playhead';
import { withMoment } from './address';

/** Browsers refuse to note an address much more often than this. Milliseconds. */
const QUIET = 300;

/**
 * Names in the address what is shown and the stop at which the playhead has come to rest. The end of a run is where every
 * run opens, so it needs no name.
 */
export function PlayheadAddress({ run }: { run: Run }): null {
  const shown = useAddress((state) => state.shown);
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
