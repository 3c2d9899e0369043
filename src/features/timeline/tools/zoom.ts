import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { type ScoreState, useScore } from '@/stores/score';
import { inFocus } from '../fit';
import { type Geometry, positionAt, xAt } from '../geometry';

type Folds = Pick<ScoreState, 'folded' | 'unfolded'>;

const foldsNow = (): Folds => {
  const { folded, unfolded } = useScore.getState();
  return { folded, unfolded };
};

/** Zooms the axis of time around the pointer, or else around the playhead. */
export class Zoom {
  private run: Run | null = null;
  private geometry: Geometry | null = null;
  private view: HTMLElement | null = null;
  /** How far the next picture is scrolled, so that what is looked at is in the window. */
  private place: ((geometry: Geometry) => number) | null = null;
  /** What was folded before a request in a fold came into focus, and since. */
  private taken: { before: Folds; since: Folds } | null = null;

  /** To be told of every new picture. */
  laidOut(run: Run, geometry: Geometry, view: HTMLElement | null): void {
    Object.assign(this, { run, geometry, view });
    if (view && this.place) view.scrollLeft = this.place(geometry);
    this.place = null;
  }

  /** `x`: of the window. */
  around(factor: number, x: number): void {
    if (!this.geometry || !this.view) return;
    const { zoom, setZoom } = useScore.getState();
    setZoom(this.geometry.plan.zoom * factor);
    // At either end nothing is drawn anew, and nothing must stay where it is.
    if (useScore.getState().zoom === zoom) return;
    const position = positionAt(this.geometry, x + this.view.scrollLeft);
    this.place = (next) => xAt(next, position) - x;
  }

  by(factor: number): void {
    const { geometry, view } = this;
    if (!geometry || !view) return;
    const x = xAt(geometry, usePlayhead.getState().position) - view.scrollLeft;
    this.around(factor, x > geometry.left && x < geometry.view ? x : geometry.view / 2);
  }

  /** The whole run; once more: as drawn. */
  fit(): void {
    const { zoom, setZoom } = useScore.getState();
    setZoom(zoom === 'fit' ? 'drawn' : 'fit');
    // Beyond the run the paper may go on, for the last callout.
    if (zoom !== 'fit') this.place = () => 0;
  }

  private takeOut(request: number): void {
    const before = foldsNow();
    useScore.getState().unfold([request]);
    this.taken = { before, since: foldsNow() };
  }

  /** Into its fold, unless it was folded or unfolded otherwise since. */
  private putBack(): void {
    const now = foldsNow();
    if (this.taken?.since.folded === now.folded && this.taken.since.unfolded === now.unfolded) {
      useScore.setState(this.taken.before);
    }
    this.taken = null;
  }

  /** One request as wide as the window, its channel high; once more: everything as drawn. */
  focus(request: number | null): void {
    const { run, geometry, view } = this;
    const { focus, focusOn, setZoom } = useScore.getState();
    this.putBack();
    const track = run?.tracks.find((candidate) => candidate.request === request);
    if (!run || !geometry || !view || !track || focus === request) {
      focusOn(null);
      setZoom('drawn');
      return;
    }
    if (geometry.plan.spans.some((span) => span.requests?.includes(track.request))) this.takeOut(track.request);
    focusOn(track.request);
    setZoom('focus');
    const { position } = usePlayhead.getState();
    const x = xAt(geometry, position) - view.scrollLeft;
    this.place = (next) => {
      const found = inFocus(next, run);
      return found?.fits ? found.from - next.left - 60 : xAt(next, position) - x;
    };
  }
}
