import { beforeEach, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import { emptyResult } from '@/scenario/testing/empty-result';
import { draftOf } from '@/stores/draft';
import { countEdit, lastEdit } from '@/stores/edit-count';
import { connectSimulator, useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { atHand } from './use-question';

const scenario = (frontend: string): Scenario => ({
  version: 1,
  page: 'https://app.example.com/',
  frontend,
  servers: [],
});
const nothing = emptyResult();

function edit(frontend: string): void {
  useScenario.setState({ draft: draftOf(scenario(frontend)) });
  countEdit(false);
}
const run = () =>
  useRun.getState().run(documentOf(useScenario.getState()), 'edit', [], { caseId: 'mine', edit: lastEdit() });
const labels = () => atHand().befores.map(({ label, scenario: { frontend } }) => `${label}: ${frontend}`);

beforeEach(async () => {
  connectSimulator(() => Promise.resolve(nothing));
  useRun.getState().clear();
  useScenario.setState({ presetId: 'mine', original: scenario('first();'), draft: draftOf(scenario('first();')) });
  countEdit(false);
  await run();
});

it('before the first edit there is nothing to compare with', () => {
  expect(labels()).toEqual([]);
});

it('after one edit that is how it came', async () => {
  edit('second();');
  await run();
  expect(labels()).toEqual(['As it came: first();']);
});

it('after another it is the run before that first, and how it came', async () => {
  edit('second();');
  await run();
  edit('third();');
  await run();
  expect(labels()).toEqual(['The run before: second();', 'As it came: first();']);
});

it('also where the last edit has not been run yet', async () => {
  edit('second();');
  await run();
  edit('third();');
  expect(labels()).toEqual(['The run before: second();', 'As it came: first();']);
});
