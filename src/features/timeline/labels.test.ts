import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRun, type Run } from '@/explain';
import { allFixtures, successfulPut } from '@/explain/fixtures';
import type { Geometry } from './geometry';
import { labelWidth, outbound, placesOf } from './labels';
import { layOut } from './layout';
import { planRequests } from './many';
import { fanned, plainPlan } from './plan';

interface Box {
  words: string;
  from: number;
  to: number;
  y: number;
}

/** The first lines of all messages' words, where they stand. */
function boxes(geometry: Geometry): Box[] {
  return geometry.legs.flatMap((leg) => {
    const { xOut, yOut, xBack, yBack } = placesOf(leg, geometry);
    const [out = ''] = outbound(leg);
    const [back = ''] = leg.back;
    return [
      { words: out, from: xOut - labelWidth([out]), to: xOut, y: yOut },
      { words: back, from: xBack, to: xBack + labelWidth([back]), y: yBack },
    ].filter(({ words }) => words !== '');
  });
}

const overlaps = (all: readonly Box[]) =>
  all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => a.from < b.to && b.from < a.to && Math.abs(a.y - b.y) < 12)
      .map((b) => `${a.words} and ${b.words}`),
  );

const explain = ({ result, scenario }: ReturnType<typeof successfulPut>) => explainRun(result, scenario);
/** The run, had its requests another method. */
const renamed = (run: Run, method: string): Run => ({
  ...run,
  tracks: run.tracks.map((track) => ({
    ...track,
    legs: track.legs.map((leg) => (leg.kind === 'actual' ? { ...leg, out: [`${method} /users/1`] } : leg)),
  })),
});
const wishes = { folding: true, unfolded: new Set<number>(), folded: new Set<number>(), focus: null };
const onPhone = (run: Run, here: number) => layOut(run, 390, fanned(plainPlan(run), run, here));

describe('the words beside the strokes', () => {
  it('stand in nobody else’s place, at every width and wherever the playhead is', () => {
    const method = fc.constantFrom('GET', 'POST', 'OPTIONS', 'PROPPATCH');
    const runs = allFixtures().map(explain);
    fc.assert(
      fc.property(
        fc.constantFrom(...runs),
        method,
        fc.integer({ min: 320, max: 1700 }),
        fc.nat(40),
        (as, name, width, at) => {
          const run = renamed(as, name);
          const plan = { ...planRequests(run, wishes), zoom: 1 };
          const geometry = layOut(run, width, width < 620 ? fanned(plan, run, at % run.stops.length) : plan);
          expect(overlaps(boxes(geometry))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('name a preflight’s status and the method after it on one line of a phone', () => {
    const run = explain(successfulPut());
    const geometry = onPhone(run, run.stops.length - 1);
    expect(boxes(geometry).map(({ words }) => words)).toEqual(['OPTIONS', '204', 'PUT', '200']);
    expect(new Set(boxes(geometry).map(({ y }) => y)).size).toBe(1);
  });

  it('go down a line where there is no room beside the answer before', () => {
    const run = renamed(explain(successfulPut()), 'PROPPATCH');
    const geometry = onPhone(run, run.stops.length - 1);
    expect(geometry.legs.map(({ isLower }) => isLower)).toEqual([false, true]);
    expect(overlaps(boxes(geometry))).toEqual([]);
  });
});
