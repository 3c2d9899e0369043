import { describe, expect, it } from 'vitest';
import { explainRun } from './explain-run';
import { allFixtures, blockedHeader, concurrent } from './fixtures';
import { momentOf, stopAtMoment } from './moment';

const runs = [...allFixtures(), concurrent(5)].map(({ result, scenario }) => explainRun(result, scenario));
const blocked = runs.find((run) => run.stops.length > 9 && run.stops.some((stop) => stop.verdict === 'fail'))!;

describe('the name of a moment', () => {
  it('leads back to its stop, for every stop of every run', () => {
    for (const run of runs) {
      expect(run.stops.map((stop) => stopAtMoment(run, momentOf(run, stop.index)!))).toEqual(
        run.stops.map((stop) => stop.index),
      );
    }
  });

  it('says the simulated time and the step', () => {
    const { result, scenario } = blockedHeader();
    const run = explainRun(result, scenario);
    const closed = run.stops.findIndex((stop) => stop.verdict === 'fail');
    expect(momentOf(run, closed)).toBe('85ms-headers-check');
  });

  it('that the run does not have leads to the last stop before its time', () => {
    const index = stopAtMoment(blocked, '41ms-no-such-step')!;
    expect(blocked.stops[index]!.at).toBeLessThanOrEqual(41);
    expect(blocked.stops[index + 1]!.at).toBeGreaterThan(41);
  });

  it('that is none leads nowhere', () => {
    expect(['', 'x', 'ms-cors-check', '-5ms', '1e3ms'].map((text) => stopAtMoment(blocked, text))).toEqual(
      Array(5).fill(null),
    );
    expect(momentOf(blocked, 1000)).toBeNull();
  });
});
