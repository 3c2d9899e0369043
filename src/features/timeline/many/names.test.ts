import { expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { concurrent } from '@/explain/fixtures';
import { layOut } from '../layout';
import { plainPlan } from '../plan';
import { nameAt, namesIn } from './names';

const { result, scenario } = concurrent(3);
const run = explainRun(result, scenario);
const shared = new Map(run.tracks.map(({ request }) => [request, 0]));
const namesAt = (width: number) => {
  const geometry = layOut(run, width, plainPlan(run));
  return geometry.channels.map((_, row) => namesIn(run, geometry, row).map(({ name }) => name));
};

it('names the request that has a channel by its method and path', () => {
  expect(namesAt(1440)).toEqual([['GET /users/1'], ['GET /users/2'], ['GET /users/3']]);
});

it('sets the path below the method where a line has no room for both', () => {
  expect(namesAt(390)).toEqual([['GET\n/users/1'], ['GET\n/users/2'], ['GET\n/users/3']]);
});

it('keeps the end of a path, which tells requests apart, beside a low channel', () => {
  const geometry = layOut(run, 390, { ...plainPlan(run), full: new Set() });
  expect(namesIn(run, geometry, 0).map(({ name }) => name)).toEqual(['GET …s/1']);
});

it('is that of the request which the playhead is at, and of all under way where they share a channel', () => {
  const named = namesIn(run, { ...layOut(run, 1440, plainPlan(run)), plan: { ...plainPlan(run), rowOf: shared } }, 0);
  const [first, second] = run.tracks;
  expect(nameAt(named, run, first!.stops[0]!)?.name).toBe('GET /users/1');
  expect(nameAt(named, run, second!.stops[0]!)?.name).toBe('GET /users/2');
  const [others, between] = [named.slice(1), first!.stops.at(-1)!];
  expect(nameAt(others, run, between)?.name).toBe('2× GET /users/…');
  expect(nameAt(others, run, run.stops.length)?.name).toBe('GET /users/3');
});
