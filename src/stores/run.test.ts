import { describe, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { emptyResult } from '@/scenario/testing/empty-result';
import { connectSimulator, createRunStore, simulateAside } from './run';

const scenario = (frontend: string): Scenario => ({
  version: 1,
  page: 'https://app.example.com/',
  frontend,
  servers: [],
});

/** A simulation whose runs finish when the test says so. */
function controlled() {
  const runs: { scenario: Scenario; finish: (result: SimulationResult) => void; fail: (error: unknown) => void }[] = [];
  const store = createRunStore((asked) => new Promise((finish, fail) => runs.push({ scenario: asked, finish, fail })));
  return { runs, store };
}

describe('a run', () => {
  it('gives its result together with the scenario and what asked for it', async () => {
    const { runs, store } = controlled();
    const asked = scenario('1');
    const given = emptyResult();
    const running = store.getState().run(asked, 'run');
    expect(store.getState().status).toBe('running');
    runs[0]?.finish(given);
    await running;
    expect(store.getState()).toMatchObject({ status: 'done', trigger: 'run', runs: 1 });
    expect(store.getState().result).toBe(given);
    expect(store.getState().scenario).toBe(asked);
  });

  it('is shown together with what had happened before it', async () => {
    const { runs, store } = controlled();
    const kept = [{ wait: 600_000 }];
    const running = store.getState().run(scenario('1'), 'run', kept);
    expect(store.getState().kept).toEqual([]);
    runs[0]?.finish(emptyResult());
    await running;
    expect(store.getState().kept).toBe(kept);
    const afresh = store.getState().run(scenario('1'), 'edit');
    runs[1]?.finish(emptyResult());
    await afresh;
    expect(store.getState().kept).toEqual([]);
  });

  it('knows what its case was before the last edit, which typing may bring in several runs', async () => {
    const { runs, store } = controlled();
    const show = async (asked: Scenario, caseId: string, edit: number) => {
      const running = store.getState().run(asked, 'edit', [], { caseId, edit });
      runs.at(-1)?.finish(emptyResult());
      await running;
      return store.getState().previous;
    };
    const [first, second, half, whole, next] = ['1', '2', '3', '4', '5'].map(scenario) as [Scenario, ...Scenario[]];
    expect(await show(first, 'a case', 0)).toBeUndefined();
    expect(await show(second!, 'a case', 1)).toBe(first);
    expect(await show(half!, 'a case', 2)).toBe(second);
    expect(await show(whole!, 'a case', 2)).toBe(second);
    expect(await show(whole!, 'a case', 3)).toBe(second);
    expect(await show(next!, 'a case', 4)).toBe(whole);
    expect(await show(next!, 'another case', 5)).toBeUndefined();
  });

  it('is dropped where a later one has begun, also when it finishes last', async () => {
    const { runs, store } = controlled();
    const [early, late] = [emptyResult(), emptyResult()];
    const both = [store.getState().run(scenario('early'), 'edit'), store.getState().run(scenario('late'), 'edit')];
    runs[1]?.finish(late);
    runs[0]?.finish(early);
    await Promise.all(both);
    expect(store.getState().result).toBe(late);
    expect(store.getState().runs).toBe(1);
  });

  it('keeps the last result on show where the simulation fails, and says why', async () => {
    const { runs, store } = controlled();
    const first = emptyResult();
    const one = store.getState().run(scenario('1'), 'edit');
    runs[0]?.finish(first);
    await one;
    const two = store.getState().run(scenario('2'), 'edit');
    runs[1]?.fail(new Error('no sandbox'));
    await two;
    expect(store.getState()).toMatchObject({ status: 'failed', failure: 'no sandbox' });
    expect(store.getState().result).toBe(first);
  });

  it('says nothing of a failure that a later run has overtaken', async () => {
    const { runs, store } = controlled();
    const both = [store.getState().run(scenario('early'), 'edit'), store.getState().run(scenario('late'), 'edit')];
    runs[0]?.fail(new Error('late to fail'));
    runs[1]?.finish(emptyResult());
    await Promise.all(both);
    expect(store.getState()).toMatchObject({ status: 'done', failure: undefined });
  });
});

it('nothing is shown after clearing, also when a run that was under way comes late', async () => {
  const { runs, store } = controlled();
  const running = store.getState().run(scenario('1'), 'edit');
  store.getState().clear();
  runs[0]?.finish(emptyResult());
  await running;
  expect(store.getState()).toMatchObject({ status: 'idle', runs: 0, result: undefined, scenario: undefined });
});

describe('a run aside', () => {
  it('stays on show when a run that was under way comes late', async () => {
    const { runs, store } = controlled();
    const [late, trial] = [emptyResult(), emptyResult()];
    const running = store.getState().run(scenario('late'), 'edit', [{ wait: 5 }]);
    store.getState().showAside(scenario('trial'), trial);
    runs[0]?.finish(late);
    await running;
    expect(store.getState()).toMatchObject({ status: 'done', trigger: 'run', runs: 1, isAside: true, kept: [] });
    expect(store.getState().result).toBe(trial);
  });

  it('stays on show when a run that was under way fails', async () => {
    const { runs, store } = controlled();
    const running = store.getState().run(scenario('late'), 'edit');
    store.getState().showAside(scenario('trial'), emptyResult());
    runs[0]?.fail(new Error('late to fail'));
    await running;
    expect(store.getState()).toMatchObject({ status: 'done', failure: undefined });
  });

  it('gives way to the learner’s next run', async () => {
    const { runs, store } = controlled();
    store.getState().showAside(scenario('trial'), emptyResult());
    const own = emptyResult();
    const running = store.getState().run(scenario('own'), 'run');
    runs[0]?.finish(own);
    await running;
    expect(store.getState()).toMatchObject({ isAside: false, runs: 2 });
    expect(store.getState().result).toBe(own);
  });

  it('happens after what it is told, and afresh where it is told nothing', async () => {
    const asked: unknown[] = [];
    const aside = (_: Scenario, kept?: unknown) => {
      asked.push(kept);
      return Promise.resolve(emptyResult());
    };
    connectSimulator(() => Promise.reject(new Error('not the one on show')), aside);
    await simulateAside(scenario('1'), [{ wait: 5 }]);
    await simulateAside(scenario('1'));
    expect(asked).toEqual([[{ wait: 5 }], undefined]);
  });
});
