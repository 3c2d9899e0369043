import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scenario } from '@/scenario/document';
import { emptyResult } from '@/scenario/testing/empty-result';
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
const nothing = emptyResult();

/** As if the learner had run it. */
function showRun(frontend: string): void {
  useRun.setState(({ runs }) => ({
    scenario: scenario(frontend),
    result: nothing,
    runs: runs + 1,
    source: { caseId: 'mine', edit: 0 },
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

describe('the run before the last edit', () => {
  const type = async (frontend: string, wait: number): Promise<void> => {
    useScenario.setState({ draft: draftOf(scenario(frontend)), lastChange: 'typed' });
    await vi.advanceTimersByTimeAsync(wait);
  };
  beforeEach(async () => {
    vi.useFakeTimers();
    stop = runOnEdit();
    await type('first();', 20_000);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });
  let stop: () => void = () => undefined;

  it('is the one that was on show before typing began, though typing brought runs of its own', async () => {
    await type('sec', 1_000);
    await type('second();', 1_000);
    expect(useRun.getState()).toMatchObject({
      scenario: { frontend: 'second();' },
      previous: { frontend: 'first();' },
    });
  });

  it('is what was typed before, where that was looked at before typing on', async () => {
    await type('second();', 20_000);
    await type('third();', 1_000);
    expect(useRun.getState()).toMatchObject({
      scenario: { frontend: 'third();' },
      previous: { frontend: 'second();' },
    });
  });

  it('is what was typed before, where Run was pressed between', async () => {
    await type('second();', 1_000);
    runNow('run');
    await type('third();', 1_000);
    expect(useRun.getState()).toMatchObject({
      scenario: { frontend: 'third();' },
      previous: { frontend: 'second();' },
    });
  });

  it('is what was typed before a choice', async () => {
    await type('second();', 1_000);
    useScenario.setState({ draft: draftOf(scenario('chosen();')), lastChange: 'chosen' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(useRun.getState()).toMatchObject({ previous: { frontend: 'second();' } });
  });
});

it('Run takes the place of the run that an edit has asked for', async () => {
  vi.useFakeTimers();
  const stop = runOnEdit();
  const before = useRun.getState().runs;
  useScenario.setState({ draft: draftOf(scenario('edited();')), lastChange: 'typed' });
  runNow('run');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(useRun.getState()).toMatchObject({ runs: before + 1, trigger: 'run', scenario: { frontend: 'edited();' } });
  stop();
  vi.useRealTimers();
});
