import { beforeEach, expect, it } from 'vitest';
import type { SimulationResult } from '@/scenario/result';
import { emptyResult } from '@/scenario/testing/empty-result';
import { draftOf } from '@/stores/draft';
import { usePlayhead } from '@/stores/playhead';
import { useReview } from '@/stores/review';
import { connectSimulator } from '@/stores/run';
import { useScenario } from '@/stores/scenario';
import { attackFrom, reviewNow, subjectOf } from './run-review';

const nothing = emptyResult();
const works = (): Promise<SimulationResult> => Promise.resolve(nothing);
const fails = (): Promise<SimulationResult> => Promise.reject(new Error('no sandbox'));

let subjects = 0;
beforeEach(() => {
  connectSimulator(works);
  useScenario.setState({
    presetId: '',
    draft: draftOf({
      version: 1,
      page: 'https://app.example.com/',
      frontend: `// ${(subjects += 1)}`,
      servers: [{ origin: 'https://api.example.com', kind: 'headers', routes: [] }],
    }),
  });
});

it('a review that fails says why, and can be tried again', async () => {
  connectSimulator(fails);
  await reviewNow({ patient: false });
  expect(useReview.getState()).toMatchObject({ status: 'failed', failure: 'no sandbox' });
  connectSimulator(works);
  await reviewNow({ patient: false });
  expect(useReview.getState()).toMatchObject({ status: 'done', failure: undefined });
});

it('an attack that fails says why beside the others, and can be tried again', async () => {
  await reviewNow({ patient: false });
  await attackFrom('sibling');
  connectSimulator(fails);
  await attackFrom('stranger');
  expect(useReview.getState().attacks).toEqual({ sibling: [], stranger: { failure: 'no sandbox' } });
  connectSimulator(works);
  await attackFrom('stranger');
  expect(useReview.getState().attacks).toEqual({ sibling: [], stranger: [] });
});

it('an attack that a later review made void leaves nothing behind', async () => {
  await reviewNow({ patient: false });
  let fail: (error: Error) => void = () => undefined;
  connectSimulator(() => new Promise((_, reject) => (fail = reject)));
  const attacked = attackFrom('stranger');
  useScenario.getState().setFrontend('// another');
  connectSimulator(works);
  await reviewNow({ patient: false });
  fail(new Error('late'));
  await attacked;
  expect(useReview.getState()).toMatchObject({ status: 'done', attacks: {} });
});

/** Runs that come to their end when they are told to. */
function held() {
  const waiting: (() => void)[] = [];
  connectSimulator(() => new Promise((resolve) => waiting.push(() => resolve(nothing))));
  return waiting;
}

/** What has to happen before a promise that is resolved is seen to be. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('a review under way goes on where the tab is opened, and waits for the timeline no longer', async () => {
  usePlayhead.setState({ playing: true });
  const runs = held();
  const patient = reviewNow({ patient: true });
  await settled();
  expect(runs).toHaveLength(0);
  await reviewNow({ patient: false });
  await settled();
  expect(runs).toHaveLength(1);
  connectSimulator(works);
  runs[0]?.();
  await patient;
  expect(useReview.getState()).toMatchObject({ status: 'done', subject: subjectOf(useScenario.getState()) });
  usePlayhead.setState({ playing: false });
});

it('an attack under way is not tried a second time, and whoever asks has its outcome', async () => {
  useScenario.getState().editServer((server) => ({
    ...server,
    routes: [{ method: 'GET', path: '/me', status: 200, headers: [] }],
  }));
  await reviewNow({ patient: false });
  const runs = held();
  const first = attackFrom('stranger');
  await settled();
  const begun = runs.length;
  expect(begun).toBeGreaterThan(0);
  const second = attackFrom('stranger');
  await settled();
  expect(runs).toHaveLength(begun);
  let isOver = false;
  void second.then(() => (isOver = true));
  await settled();
  expect(isOver).toBe(false);
  for (let at = 0; at < runs.length; at += 1) {
    runs[at]?.();
    await settled();
  }
  await Promise.all([first, second]);
  expect(useReview.getState().attacks.stranger).toBeInstanceOf(Array);
});
