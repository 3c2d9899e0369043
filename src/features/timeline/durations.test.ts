import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { blockedHeader, concurrent } from '@/explain/fixtures';
import { easeTravel, holdAt, paceOf, travelTo } from './durations';

const explain = ({ result, scenario }: ReturnType<typeof blockedHeader>) => explainRun(result, scenario);

describe('how long things take', () => {
  const run = explain(blockedHeader());
  const stop = (kind: string) => run.stops.find((candidate) => candidate.kind === kind)!;

  it('a message travels longer than a hop in the channel', () => {
    expect(travelTo(stop('arrive'), stop('way'))).toBeGreaterThan(travelTo(stop('way'), stop('call')));
  });

  it('the playhead rests longest at a gate', () => {
    expect(holdAt(stop('gate'))).toBeGreaterThan(holdAt(stop('way')));
  });

  it('a run of many stops plays faster', () => {
    expect([paceOf(run), paceOf(explain(concurrent(40))) > 1]).toEqual([1, true]);
  });

  it('travel starts at the start, ends at the end and never goes back', () => {
    const parts = Array.from({ length: 21 }, (_, index) => easeTravel(index / 20));
    expect(parts[0]).toBeCloseTo(0, 2);
    expect(parts.at(-1)).toBeCloseTo(1, 2);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
  });
});
