import { expect, it } from 'vitest';
import type { RequestResult, SimulationResult, VerdictWord } from '@/scenario/result';
import { counterpart, nothingGotWorse } from './same-request';

/** Requests for one address, in order, with what became of each. */
function runOf(...verdicts: VerdictWord[]): SimulationResult {
  const requests = verdicts.map((verdict, id) => ({
    id,
    verdict,
    initiator: 'fetch',
    method: 'GET',
    url: 'https://api.example.com/users',
  })) as RequestResult[];
  return { requests } as SimulationResult;
}

it('finds the same of equal requests by its number', () => {
  const before = runOf('allowed', 'blocked');
  const after = runOf('allowed', 'allowed');
  expect(counterpart(before, before.requests[1]!, after)).toBe(after.requests[1]);
});

it('finds the one of equal requests that the page’s code now makes another of', () => {
  const before = runOf('blocked', 'blocked');
  const after = runOf('allowed', 'blocked');
  after.requests[0]!.method = 'PUT';
  expect(counterpart(before, before.requests[0]!, after)).toBe(after.requests[0]);
});

it('sees that the second of two equal requests got worse, though the first passes', () => {
  const before = runOf('allowed', 'allowed', 'blocked');
  const blocked = before.requests[2]!;
  expect(nothingGotWorse(before, runOf('allowed', 'blocked', 'allowed'), blocked)).toBe(false);
  expect(nothingGotWorse(before, runOf('allowed', 'allowed', 'allowed'), blocked)).toBe(true);
});

it('does not count requests that are not made any more', () => {
  const before = runOf('allowed', 'blocked');
  expect(nothingGotWorse(before, runOf('allowed'), before.requests[1]!)).toBe(true);
  expect(nothingGotWorse(before, runOf(), before.requests[1]!)).toBe(true);
});
