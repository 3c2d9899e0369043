import { useEffect, useRef } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { useScore, ZOOM } from '@/stores/score';
import type { Geometry } from '../geometry';
import { isForPicture } from '../use-keys';
import { episodeWith } from '../many/shapes';
import { loopHere } from './loop';
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

/** Out of what the request is drawn with, or else into a fold; once more: back. */
function turn(request: number, run: Run, { rests, plan }: Geometry): void {
  const { folded, unfolded, fold, unfold } = useScore.getState();
  const rest = rests.find(({ requests }) => requests.includes(request))?.requests;
  const chord = [...plan.voices.values()].find((requests) => requests.includes(request));
  if (folded.has(request)) unfold(folded.get(request)!);
  else if (unfolded.has(request)) fold(unfolded.get(request)!);
  else if (rest) unfold(rest.filter((other) => !folded.has(other)));
  else if (chord) unfold(chord);
  else fold(episodeWith(run, request));
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
