import { useEffect, useRef } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { ZOOM } from '@/stores/score';
import type { Geometry } from '../geometry';
import { isForPicture } from '../use-keys';
import { loopHere } from './loop';
import { turn } from './turn';
import type { Zoom } from './zoom';

/** The keys of the tools, from anywhere but where they have a use of their own. `KeysHelp` lists them. */
export function useToolKeys(run: Run, geometry: Geometry, zoom: Zoom): void {
  const press = useRef<(key: string) => boolean>(() => false);
  useEffect(() => {
    press.current = (key) => {
      const move = movesOf(run, geometry, zoom)[key];
      move?.();
      return move !== undefined;
    };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isForPicture(event) && press.current(event.key.toLowerCase())) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function movesOf(run: Run, geometry: Geometry, zoom: Zoom): Record<string, () => unknown> {
  const { seek, position } = usePlayhead.getState();
  const here = Math.floor(position);
  const decisions = run.stops.filter((stop) => stop.number !== null);
  const closed = run.stops.filter((stop) => stop.verdict === 'fail');
  const to = (stop: Run['stops'][number] | undefined) => stop && seek(stop.index);
  const request = run.stops[here]?.request ?? null;
  return {
    '.': () => to(decisions.find((stop) => stop.index > here)),
    ',': () => to(decisions.findLast((stop) => stop.index < here)),
    g: () => to(closed.find((stop) => stop.index > here) ?? closed[0]),
    l: loopHere,
    '+': () => zoom.by(ZOOM.step),
    '=': () => zoom.by(ZOOM.step),
    '-': () => zoom.by(1 / ZOOM.step),
    '0': () => zoom.fit(),
    f: () => zoom.focus(request),
    u: () => request !== null && turn(request, run, geometry),
  };
}
