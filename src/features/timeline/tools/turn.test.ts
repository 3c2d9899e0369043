import { beforeEach, describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { blockedHeader, concurrent, repeated } from '@/explain/fixtures';
import { drawAfresh, isAsDrawn, useScore } from '@/stores/score';
import { layOut } from '../layout';
import { planRequests } from '../many';
import { turn } from './turn';

type Fixture = ReturnType<typeof repeated>;
const pressIn = ({ result, scenario }: Fixture, request: number) => {
  const run = explainRun(result, scenario);
  turn(request, run, layOut(run, 1440, planRequests(run, useScore.getState())));
};
const folded = () => [...useScore.getState().folded.keys()];

beforeEach(drawAfresh);

describe('the key that folds', () => {
  it('folds one of several requests that follow one another, and unfolds it', () => {
    pressIn(repeated(2), 1);
    expect(folded()).toEqual([1]);
    pressIn(repeated(2), 1);
    expect(folded()).toEqual([]);
  });

  it.each([
    ['of one request', blockedHeader()],
    ['whose requests are all under way together', concurrent(3)],
  ])('leaves a run alone %s', (_, fixture) => {
    pressIn(fixture, 0);
    expect(isAsDrawn(useScore.getState())).toBe(true);
  });

  it('leaves the last request that is still drawn', () => {
    pressIn(repeated(2), 1);
    pressIn(repeated(2), 0);
    expect(folded()).toEqual([1]);
  });

  it('takes requests out of the fold that they came in, and puts them back', () => {
    pressIn(repeated(10), 7);
    expect([...useScore.getState().unfolded.keys()]).toHaveLength(9);
    pressIn(repeated(10), 7);
    expect(isAsDrawn(useScore.getState())).toBe(true);
  });
});
