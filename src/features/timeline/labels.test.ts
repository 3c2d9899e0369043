import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRun, type Run } from '@/explain';
import { allFixtures, concurrent, successfulPut } from '@/explain/fixtures';
import type { Geometry, LegGeometry } from './geometry';
import { labelWidth, outbound, placesOf } from './labels';
import { layOut } from './layout';
import { planRequests } from './many';
import { fanned, plainPlan } from './plan';

interface Box {
  words: string;
  line: number;
  from: number;
  to: number;
  y: number;
}

/** The first lines of all messages' words, where they stand. */
const boxes = (geometry: Geometry): Box[] =>
  geometry.legs.flatMap((leg) => boxesOf(leg, geometry).filter(({ line }) => line === 0));

function boxesOf(leg: LegGeometry, geometry: Geometry): Box[] {
  const { xOut, yOut, xBack, yBack } = placesOf(leg, geometry);
  const width = (words: string, line: number) => labelWidth(line === 0 ? [words] : ['', words]);
  return [
    ...outbound(leg).map((words, line) => ({
      words,
      line,
      from: xOut - width(words, line),
      to: xOut,
      y: yOut + 16 * line,
    })),
    ...leg.back.map((words, line) => ({
      words,
      line,
      from: xBack,
      to: xBack + width(words, line),
      y: yBack + 16 * line,
    })),
  ];
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

describe('the words of several requests at once', () => {
  const run = explain(concurrent(2));

  it('name each request, and say what its message and its answer carry that decides', () => {
    const geometry = layOut(run, 1440, plainPlan(run));
    expect(geometry.legs.map(({ out, back }) => [out, back])).toEqual([
      [
        ['GET /users/1', 'from https://app.example.com'],
        ['200 OK', 'allows any origin'],
      ],
      [
        ['GET /users/2', 'from https://app.example.com'],
        ['200 OK', 'names no origin'],
      ],
    ]);
  });

  it('stand in no channel, and in no gate’s words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 620, max: 1700 }), fc.constantFrom(2, 3, 4), (width, count) => {
        const many = explain(concurrent(count));
        const geometry = layOut(many, width, planRequests(many, wishes));
        const full = geometry.legs.filter(({ row }) => geometry.channels[row]!.full);
        const longer = full.flatMap((leg) => boxesOf(leg, geometry)).filter(({ line }) => line > 0);
        const gates = geometry.marks
          .filter(({ row, stops }) => geometry.channels[row]!.full && many.stops[stops[0]!]!.kind === 'gate')
          .map(({ x, row }) => ({ x, ...geometry.channels[row]! }));
        for (const { from, to, y } of longer) {
          expect(geometry.channels.filter(({ top, bottom }) => y > top && y - 8 < bottom)).toEqual([]);
          expect(gates.filter(({ x, top }) => from < x && to > x && y > top - 40 && y < top)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    expect(layOut(run, 1440, plainPlan(run)).legs.every(({ back }) => back.length > 1)).toBe(true);
  });
});
