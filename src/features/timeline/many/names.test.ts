import { expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { concurrent } from '@/explain/fixtures';
import { layOut } from '../layout';
import { plainPlan } from '../plan';
import { namesIn } from './names';

const { result, scenario } = concurrent(3);
const run = explainRun(result, scenario);
const namesAt = (width: number) => {
  const geometry = layOut(run, width, plainPlan(run));
  return geometry.channels.map((_, row) => namesIn(run, geometry, row).map(({ name }) => name));
};

it('names the request that has a channel by its method and path', () => {
  expect(namesAt(1440)).toEqual([['GET /users/1'], ['GET /users/2'], ['GET /users/3']]);
});

it('keeps the end of a path, which tells requests apart, where there is little room', () => {
  expect(namesAt(390)).toEqual([['GET …s/1'], ['GET …s/2'], ['GET …s/3']]);
});
