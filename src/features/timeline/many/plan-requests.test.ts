import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { allFixtures, concurrent, type Fixture, repeated } from '@/explain/fixtures';
import { planRequests, type Wishes } from './plan-requests';

const explain = ({ result, scenario }: Fixture) => explainRun(result, scenario);
const wishes = (some: Partial<Wishes> = {}): Wishes => ({
  folding: true,
  unfolded: new Set(),
  folded: new Set(),
  focus: null,
  ...some,
});
const rests = (fixture: Fixture, some?: Partial<Wishes>) =>
  planRequests(explain(fixture), wishes(some))
    .spans.filter(({ kind }) => kind === 'rest')
    .map(({ requests }) => requests);

describe('requests one after the other', () => {
  it('are the first of them and one line for those that only repeat it', () => {
    expect(rests(repeated(10))).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  });

  it('show the first that came out otherwise, whatever stands around it', () => {
    expect(rests(repeated(10, [4]))).toEqual([
      [1, 2, 3],
      [5, 6, 7, 8, 9],
    ]);
  });

  it('are all drawn where folding is not wanted, but for those folded one by one', () => {
    expect(rests(repeated(10), { folding: false })).toEqual([]);
    expect(rests(repeated(10), { folding: false, folded: new Set([3]) })).toEqual([[3]]);
  });

  it('come out of the line one by one', () => {
    expect(rests(repeated(10), { unfolded: new Set([5]) })).toEqual([
      [1, 2, 3, 4],
      [6, 7, 8, 9],
    ]);
  });
});

describe('requests at the same time', () => {
  const run = explain(concurrent(30));

  it('share no channel with others that are under way', () => {
    const { rowOf, rows } = planRequests(run, wishes({ folding: false }));
    expect(new Set(rowOf.values()).size).toBe(rows);
  });

  it('have one high channel where there are many: of the request in focus, else of the first that was stopped', () => {
    const plan = planRequests(run, wishes({ folding: false }));
    const focused = planRequests(run, wishes({ folding: false, focus: 7 }));
    expect([...plan.full]).toEqual([plan.rowOf.get(run.tracks.find((track) => track.closedAt !== null)!.request)]);
    expect([...focused.full]).toEqual([focused.rowOf.get(7)]);
  });
});

describe('whatever is wished', () => {
  it('no stop is drawn in two places, and every request has a channel', () => {
    const runs = [...allFixtures(), concurrent(30), repeated(40, [9, 21])].map(explain);
    const some = fc.uniqueArray(fc.nat(40)).map((ids) => new Set(ids));
    const focus = fc.option(fc.nat(40));
    const any = fc.record({ folding: fc.boolean(), unfolded: some, folded: some, focus });
    fc.assert(
      fc.property(fc.constantFrom(...runs), any, (run, wanted) => {
        const { spans, rowOf, rows } = planRequests(run, wanted);
        spans.forEach(({ from, to }, index) => {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(from).toBeGreaterThan(spans[index - 1]?.to ?? -1);
        });
        for (const track of run.tracks) expect(rowOf.get(track.request)).toBeLessThan(rows);
      }),
    );
  });
});
