import { beforeEach, expect, it } from 'vitest';
import { drawAfresh, isAsDrawn, useScore } from './score';

beforeEach(drawAfresh);

const { fold, unfold } = useScore.getState();
const requests = (of: 'folded' | 'unfolded') => [...useScore.getState()[of].keys()];

it('folds again all that was unfolded together, whichever of it is asked for', () => {
  unfold([1, 2, 3]);
  expect(requests('unfolded')).toEqual([1, 2, 3]);
  fold([2]);
  expect(isAsDrawn(useScore.getState())).toBe(true);
});

it('unfolds again all that was folded together, whichever of it is asked for', () => {
  fold([4, 5]);
  expect(requests('folded')).toEqual([4, 5]);
  unfold([5]);
  expect(isAsDrawn(useScore.getState())).toBe(true);
});

it('leaves what was unfolded by itself', () => {
  unfold([1, 2]);
  unfold([7]);
  fold([1]);
  expect(requests('unfolded')).toEqual([7]);
});

it('undoes what it can and does the rest', () => {
  fold([0]);
  unfold([0, 1, 2]);
  expect([requests('folded'), requests('unfolded')]).toEqual([[], [1, 2]]);
});
