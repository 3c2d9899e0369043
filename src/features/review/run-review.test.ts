import { beforeEach, expect, it } from 'vitest';
import type { SimulationResult } from '@/scenario/result';
import { draftOf } from '@/stores/draft';
import { useReview } from '@/stores/review';
import { connectSimulator } from '@/stores/run';
import { useScenario } from '@/stores/scenario';
import { attackFrom, reviewNow } from './run-review';

const nothing: SimulationResult = {
  version: 1,
  requests: [],
  exchanges: [],
  console: [],
  cookies: [],
  serverLog: [],
  events: [],
};
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
