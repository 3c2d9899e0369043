import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { draftOf } from '@/stores/draft';
import { useKept } from '@/stores/kept';
import { connectSimulator, useRun } from '@/stores/run';
import { useScenario } from '@/stores/scenario';
import { runNow, runOnEdit } from './autorun';

const scenario = (frontend: string): Scenario => ({
  version: 1,
  page: 'https://app.example.com/',
  frontend,
  servers: [],
});
const nothing: SimulationResult = {
  version: 1,
  requests: [],
  exchanges: [],
  console: [],
  cookies: [],
  serverLog: [],
  events: [],
};

/** As if the learner had run it. */
function showRun(frontend: string): void {
  useRun.setState(({ runs }) => ({
    scenario: scenario(frontend),
    result: nothing,
    runs: runs + 1,
    source: { caseId: 'mine', isTyped: false },
    isAside: false,
  }));
}

beforeEach(() => {
  connectSimulator(() => Promise.resolve(nothing));
  useScenario.setState({ presetId: 'mine', draft: draftOf(scenario('mine();')) });
  useKept.getState().setKeeps(true);
});

describe('what is kept when Run is pressed again', () => {
  it('is the learner’s run on show', () => {
    showRun('mine();');
    runNow('run');
    expect(useKept.getState().kept).toMatchObject([{ frontend: 'mine();' }]);
  });

  it('is that run once, though Run is pressed again before the next has finished', () => {
    showRun('mine();');
    runNow('run');
    runNow('run');
    expect(useKept.getState().kept).toMatchObject([{ frontend: 'mine();' }]);
  });

  it('is nothing where another case has been chosen meanwhile', () => {
    showRun('mine();');
    useScenario.setState({ presetId: 'another' });
    runNow('run');
    expect(useKept.getState().kept).toEqual([]);
  });

  it('is never a run that was made aside', () => {
    useRun.getState().showAside(scenario('trial();'), nothing);
    runNow('run');
    expect(useKept.getState().kept).toEqual([]);
  });
});

it('Run takes the place of the run that an edit has asked for', async () => {
  vi.useFakeTimers();
  runOnEdit();
  const before = useRun.getState().runs;
  useScenario.setState({ draft: draftOf(scenario('edited();')), lastChange: 'typed' });
  runNow('run');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(useRun.getState()).toMatchObject({ runs: before + 1, trigger: 'run', scenario: { frontend: 'edited();' } });
  vi.useRealTimers();
});
