import { expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { redirected } from '@/explain/fixtures';
import { unheard } from './findings';
import { layOut } from './layout';
import { plainPlan } from './plan';

const { result, scenario } = redirected();
const run = explainRun(result, scenario);
const last = run.stops.length - 1;
const gates = run.stops.filter((stop) => stop.kind === 'gate').map((stop) => stop.index);

it('lets every finding be heard where there is room', () => {
  const { marks, size } = layOut(run, 1440, plainPlan(run));
  expect(unheard(marks, size, run, last)).toEqual(new Set());
});

it('keeps findings that would stand in each other quiet, but the last of them', () => {
  const { marks, size } = layOut(run, 1440, { ...plainPlan(run), zoom: 0.3 });
  const quiet = unheard(marks, size, run, last);
  expect(quiet.size).toBeGreaterThan(0);
  expect(quiet.has(gates.at(-1)!)).toBe(false);
});
