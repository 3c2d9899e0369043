import type { Run } from './run';

/**
 * A stop's name in an address: `85ms-cors-check`, and `85ms-cors-check.2` for the second of that name. It says where the
 * run stands without counting stops, so that it survives an edit that adds one elsewhere.
 */
export function momentOf(run: Run, index: number): string | null {
  return namesOf(run)[index] ?? null;
}

/** The stop of that name; where the run has none, the last one before that time. null: not a moment at all. */
export function stopAtMoment(run: Run, moment: string): number | null {
  const [, at] = /^(\d+)ms(?:-|$)/.exec(moment) ?? [];
  if (at === undefined || run.stops.length === 0) return null;
  const found = namesOf(run).indexOf(moment);
  if (found !== -1) return found;
  return run.stops.findLast((stop) => stop.at <= Number(at))?.index ?? 0;
}

function namesOf(run: Run): string[] {
  const seen = new Map<string, number>();
  return run.stops.map((stop) => {
    const name = `${Math.round(stop.at)}ms-${stop.step}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}.${count}`;
  });
}
