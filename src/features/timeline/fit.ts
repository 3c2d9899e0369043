import type { Run } from '@/explain';
import { measuresOf } from './measures';
import { placeInTime } from './place-in-time';
import type { Plan } from './plan';

const LEAST = 0.02;

/** The zoom at which the whole run stands in a window of this width; 1 where it does anyway. */
export function fittingZoom(run: Run, view: number, plan: Plan): number {
  const fits = (zoom: number) => {
    const scaled = { ...plan, zoom };
    return placeInTime(run, scaled, measuresOf(run, view, scaled)).end + 30 <= view;
  };
  if (fits(1)) return 1;
  let [low, high] = [LEAST, 1];
  for (let round = 0; round < 9; round += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
