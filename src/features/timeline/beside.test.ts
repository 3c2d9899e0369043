import { expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { concurrent } from '@/explain/fixtures';
import { roomsBeside } from './beside';
import { layOut } from './layout';
import { planRequests } from './many';

const { result, scenario } = concurrent(6);
const run = explainRun(result, scenario);
const wishes = { folding: false, unfolded: new Set<number>(), folded: new Set<number>(), focus: null };
const { channels, marks, legs } = layOut(run, 1440, planRequests(run, wishes));
const row = channels.findIndex(({ full }, index) => !full && index > 2);
const own = marks.filter((mark) => mark.row === row);
const rooms = roomsBeside(run, own, legs);
const roomOf = (step: string) => {
  const index = own.findIndex(({ stops }) => run.stops[stops[0]!]!.step === step);
  return { x: own[index]!.x, ...rooms[index]! };
};

it('reaches from a decision to the message that leaves after it', () => {
  const { x, after } = roomOf('preflight-needed');
  expect(x + after).toBe(legs.find((leg) => leg.row === row)!.x[0]);
});

it('reaches back from a gate to the answer’s arrival, not to the mark that nobody sees', () => {
  const { x, before } = roomOf('cors-check');
  expect(x - before).toBe(legs.find((leg) => leg.row === row)!.x[3]);
  const answer = own.find(({ stops }) => run.stops[stops[0]!]!.kind === 'answer')!;
  expect(answer.x).toBeGreaterThan(x - before);
});
