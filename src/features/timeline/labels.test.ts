import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRun, type Run } from '@/explain';
import { allFixtures, successfulPut } from '@/explain/fixtures';
import type { Geometry } from './geometry';
import { layOut } from './layout';
import { planRequests } from './many';
import { fanned, plainPlan } from './plan';
import { type Box, boxesOf, overlaps } from './testing/label-boxes';

/** The first lines of all messages' words, where they stand. */
const boxes = (geometry: Geometry): Box[] =>
  geometry.legs.flatMap((leg) => boxesOf(leg, geometry).filter(({ line }) => line === 0));

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
