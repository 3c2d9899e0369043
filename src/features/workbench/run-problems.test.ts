import { expect, it } from 'vitest';
import type { Run } from '@/explain';
import type { RequestResult } from '@/scenario/result';
import { frontendProblem } from './run-problems';

const stops = [{}, {}, {}] as Run['stops'];
const rejected = { error: { name: 'TypeError', message: 'Failed to fetch' } } as RequestResult;
const thrown = { name: 'TypeError', message: 'Failed to fetch', line: 3 };

it('is known from the stop at which the console says it', () => {
  const entry = { level: 'error', source: 'browser', text: 'Uncaught (in promise) Error: boom', at: 0 } as const;
  const error = { name: 'Error', message: 'boom' };
  const known = frontendProblem({ error, requests: [] }, { stops, console: [{ entry, stop: 1 }] });
  expect(known).toEqual({ problem: { ...error, message: 'Error: boom' }, stop: 1 });
});

it('is known at the end where the console does not say it', () => {
  expect(frontendProblem({ error: thrown, requests: [rejected] }, { stops, console: [] })?.stop).toBe(2);
});

it('is known at once where the code does not even parse', () => {
  const error = { name: 'SyntaxError', message: 'Unexpected token', line: 1 };
  expect(frontendProblem({ error, requests: [] }, { stops: [], console: [] })?.stop).toBe(0);
});

it('leaves a rejection that names no line to the console', () => {
  const error = { ...thrown, line: undefined };
  expect(frontendProblem({ error, requests: [rejected] }, { stops, console: [] })).toBeUndefined();
});
