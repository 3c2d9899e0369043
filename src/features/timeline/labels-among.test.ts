import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { concurrent } from '@/explain/fixtures';
import { layOut } from './layout';
import { planRequests } from './many';
import { plainPlan } from './plan';
import { boxesOf, overlaps } from './testing/label-boxes';

const explain = ({ result, scenario }: ReturnType<typeof concurrent>) => explainRun(result, scenario);
const wishes = { folding: true, unfolded: new Set<number>(), folded: new Set<number>(), focus: null };

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
        expect(overlaps(full.flatMap((leg) => boxesOf(leg, geometry)))).toEqual([]);
        const gates = geometry.marks
          .filter(({ row, stops }) => geometry.channels[row]!.full && many.stops[stops[0]!]!.kind === 'gate')
          .map(({ x, row }) => ({ x, ...geometry.channels[row]! }));
        for (const { from, to, y } of longer) {
          expect(from).toBeGreaterThanOrEqual(geometry.left);
          expect(to).toBeLessThanOrEqual(geometry.width);
          expect(geometry.channels.filter(({ top, bottom }) => y > top && y - 8 < bottom)).toEqual([]);
          expect(gates.filter(({ x, top }) => from < x && to > x && y > top - 40 && y < top)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    expect(layOut(run, 1440, plainPlan(run)).legs.every(({ back }) => back.length > 1)).toBe(true);
  });

  it('end where the picture does, however long the answer’s are', () => {
    const long = 'allows https://a.very.long.name.of.a.partner.example.com, and not this origin';
    const named = {
      ...run,
      tracks: run.tracks.map((track) => ({
        ...track,
        legs: track.legs.map((leg) => ({ ...leg, back: ['200 OK', long] })),
      })),
    };
    for (const width of [700, 1024, 1440]) {
      const { legs, width: right, ...rest } = layOut(named, width, plainPlan(named));
      const boxes = legs.flatMap((leg) => boxesOf(leg, { ...rest, legs, width: right }));
      expect(boxes.filter(({ to }) => to > right)).toEqual([]);
    }
  });

  it('are one in a low channel where both would stand in each other', () => {
    const many = explain(concurrent(6));
    const wordsAt = (zoom: number) =>
      layOut(many, 1440, { ...planRequests(many, { ...wishes, folding: false }), zoom })
        .legs.filter(({ row }) => row > 2)
        .map(({ out, back }) => [...out, ...back]);
    expect(wordsAt(1)).toEqual([
      ['GET', '200'],
      ['GET', '200'],
      ['GET', '200'],
    ]);
    expect(wordsAt(0.22)).toEqual([['200'], ['200'], ['200']]);
  });
});
