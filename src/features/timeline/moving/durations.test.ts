import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { blockedHeader, concurrent } from '@/explain/fixtures';
import { paceOf } from '../pace';
import { easeTravel, holdAt, passing, travelTo } from './durations';

const explain = ({ result, scenario }: ReturnType<typeof blockedHeader>) => explainRun(result, scenario);

describe('how long things take', () => {
  const run = explain(blockedHeader());
  const stop = (kind: string) => run.stops.find((candidate) => candidate.kind === kind)!;

  it('a message travels longer than a hop in the channel', () => {
    expect(travelTo(stop('arrive'), stop('way'))).toBeGreaterThan(travelTo(stop('way'), stop('call')));
  });

  it('the playhead rests longer at a gate than at a way, and at a closed one long enough to read it', () => {
    const closed = run.stops.find(({ verdict }) => verdict === 'fail')!;
    expect(holdAt(stop('gate'))).toBeGreaterThan(holdAt(stop('way')));
    expect(holdAt(closed)).toBeGreaterThan(3 * holdAt(stop('gate')));
  });

  it('a run of many stops plays faster', () => {
    const many = explain(concurrent(40));
    expect([paceOf(run, []), paceOf(many, []) > 1]).toEqual([1, true]);
  });

  it('what is drawn as one is passed at an even pace, and counts as one', () => {
    const many = explain(concurrent(40));
    const all = [{ kind: 'rest' as const, from: 0, to: many.stops.length - 1 }];
    expect(paceOf(many, all)).toBe(1);
    expect(passing(3, all)).toBe(passing(7, all));
    expect(passing(many.stops.length - 1, all)).toBeNull();
  });

  it('travel starts at the start, ends at the end and never goes back', () => {
    const parts = Array.from({ length: 21 }, (_, index) => easeTravel(index / 20));
    expect(parts[0]).toBeCloseTo(0, 2);
    expect(parts.at(-1)).toBeCloseTo(1, 2);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
  });
});
