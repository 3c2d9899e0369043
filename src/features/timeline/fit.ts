import type { Run } from '@/explain';
import type { ZoomWish } from '@/stores/score';
import { hasCallout } from './callouts';
import type { Geometry } from './geometry';
import { CALLOUT_FULL, CALLOUT_ROOM, labelsEnd, layOut } from './layout';
import { measuresOf, sizeOf } from './measures';
import { placeInTime } from './place-in-time';
import type { Plan } from './plan';

const LEAST = 0.002;
/** A short run is spread so far, and no further: what belongs together must not come apart. */
const MOST = 1.5;
/** Closer than this its words would have to be cut. */
const CLOSEST = 0.8;

/** The request in focus is spread so far. */
const MOST_IN_FOCUS = 1.25;
/** Beside a request that is as wide as the window: what came before it, its outcome and what follows. */
const BESIDE = 160;

/** The factor that is wished for, for a run in a window of this width. */
export function zoomOf(wish: ZoomWish, run: Run, view: number, plan: Plan): number {
  if (typeof wish === 'number') return wish;
  if (wish === 'focus') return focusZoom(run, view, plan);
  return wish === 'fit' ? fittingZoom(run, view, plan) : spreadZoom(run, view, plan);
}

/** As wide as the window, but never so narrow that the request loses its words. */
function focusZoom(run: Run, view: number, plan: Plan): number {
  const fits = (zoom: number) => inFocus(layOut(run, view, { ...plan, zoom }), run)?.fits ?? false;
  return fits(1) ? greatest(1, MOST_IN_FOCUS, fits) : 1;
}

/** Where the request in focus begins, and whether the window shows all of it. */
export function inFocus({ plan, places, left, view }: Geometry, run: Run): { from: number; fits: boolean } | null {
  const track = run.tracks.find(({ request }) => request === plan.focus);
  if (!track || track.stops.length === 0) return null;
  const [from, to] = [places[track.stops[0]!]!, places[track.stops.at(-1)!]!];
  return { from, fits: to - from <= view - left - BESIDE };
}

function fittingZoom(run: Run, view: number, plan: Plan): number {
  const fits = (zoom: number) => {
    const scaled = { ...plan, zoom };
    const { end, places } = placeInTime(run, scaled, measuresOf(run, view, scaled));
    // What one request got may be a long message, and the window too narrow for it alone.
    const words = run.tracks.length > 1 && sizeOf(view) !== 'S' ? labelsEnd(run, places) : 0;
    return Math.max(end + 30, words) <= view;
  };
  return fits(1) ? spreadZoom(run, view, plan) : greatest(LEAST, 1, fits);
}

/**
 * As far as every callout still has its full width; where there is no room for that, as close as leaves it room enough, if a
 * little is enough. On a phone, which has none beside the playhead, nothing is spread.
 */
function spreadZoom(run: Run, view: number, plan: Plan): number {
  if (sizeOf(view) === 'S') return 1;
  const leaves = (room: typeof CALLOUT_FULL | typeof CALLOUT_ROOM) => (zoom: number) => {
    const geometry = layOut(run, view, { ...plan, zoom });
    const last = run.stops.findLast(hasCallout);
    const end = last ? geometry.stops[last.index]! + room[geometry.size] : 0;
    return Math.max(geometry.width, end) <= view;
  };
  if (leaves(CALLOUT_FULL)(1)) return greatest(1, MOST, leaves(CALLOUT_FULL));
  return leaves(CALLOUT_ROOM)(CLOSEST) ? greatest(CLOSEST, 1, leaves(CALLOUT_ROOM)) : 1;
}

/** About the greatest zoom between two that holds; the lower one does. */
function greatest(low: number, high: number, holds: (zoom: number) => boolean): number {
  for (let round = 0; round < 9; round += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
