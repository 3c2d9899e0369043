import { beforeEach, describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { repeated } from '@/explain/fixtures';
import { usePlayhead } from '@/stores/playhead';
import { drawAfresh, isAsDrawn, useScore } from '@/stores/score';
import { layOut } from '../layout';
import { planRequests } from '../many';
import { Zoom } from './zoom';

const { result, scenario } = repeated(10);
const run = explainRun(result, scenario);
const last = run.tracks.at(-1)!.request;
const folded = () =>
  planRequests(run, useScore.getState())
    .spans.flatMap(({ requests }) => requests ?? [])
    .filter((request) => request > 5);

/** Every picture is drawn before the next press. */
const zoom = new Zoom();
const draw = () =>
  zoom.laidOut(run, layOut(run, 1440, planRequests(run, useScore.getState())), { scrollLeft: 0 } as HTMLElement);
const press = (request: number) => {
  draw();
  zoom.focus(request);
  draw();
};

beforeEach(() => {
  drawAfresh();
  usePlayhead.setState({ position: run.stops.length - 1 });
});

it('shows a run that shall fit from its start', () => {
  const view = { scrollLeft: 0 } as HTMLElement;
  const drawIn = () => zoom.laidOut(run, layOut(run, 1440, planRequests(run, useScore.getState())), view);
  drawIn();
  view.scrollLeft = 300;
  zoom.fit();
  drawIn();
  expect(view.scrollLeft).toBe(0);
});

describe('the key for focus', () => {
  it('takes a request out of its fold, and puts it back when pressed again', () => {
    expect(folded()).toEqual([6, 7, 8, 9]);
    press(last);
    expect(folded()).toEqual([6, 7, 8]);
    expect(useScore.getState()).toMatchObject({ focus: last, zoom: 'focus' });
    press(last);
    expect(folded()).toEqual([6, 7, 8, 9]);
    expect(useScore.getState()).toMatchObject({ focus: null, zoom: 'drawn' });
    expect(isAsDrawn(useScore.getState())).toBe(true);
  });

  it('puts it back where another one comes into focus', () => {
    press(last);
    press(7);
    expect(folded()).toEqual([6, 8, 9]);
  });

  it('leaves out what was taken out otherwise', () => {
    useScore.getState().unfold([last]);
    press(last);
    press(last);
    expect(folded()).toEqual([6, 7, 8]);
  });

  it('leaves as it is what was folded or unfolded since', () => {
    press(last);
    useScore.getState().unfold([8]);
    press(last);
    expect(folded()).toEqual([6, 7]);
  });
});
