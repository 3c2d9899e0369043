import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { useScore } from '@/stores/score';
import { type Geometry, positionAt, xAt } from '../geometry';

/** Zooms the axis of time around the pointer, or else around the playhead. */
export class Zoom {
  private run: Run | null = null;
  private geometry: Geometry | null = null;
  private view: HTMLElement | null = null;
  /** What stays where it is while the picture gets wider: a position in the run, and where it is in the window. */
  private anchor: { position: number; x: number } | null = null;

  /** To be told of every new picture. */
  laidOut(run: Run, geometry: Geometry, view: HTMLElement | null): void {
    Object.assign(this, { run, geometry, view });
    if (view && this.anchor) view.scrollLeft = xAt(geometry, this.anchor.position) - this.anchor.x;
    this.anchor = null;
  }

  /** `x`: of the window. */
  around(factor: number, x: number): void {
    if (!this.geometry || !this.view) return;
    const { zoom, setZoom } = useScore.getState();
    setZoom(this.geometry.plan.zoom * factor);
    // At either end nothing is drawn anew, and nothing must stay where it is.
    if (useScore.getState().zoom === zoom) return;
    this.anchor = { position: positionAt(this.geometry, x + this.view.scrollLeft), x };
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
  }

  /** One request as wide as the window, its channel high; once more: everything as drawn. */
  focus(request: number | null): void {
    const { run, geometry } = this;
    const { focus, focusOn, unfold, setZoom } = useScore.getState();
    const track = run?.tracks.find((candidate) => candidate.request === request);
    if (!geometry || !track || focus === request) {
      focusOn(null);
      setZoom('drawn');
      return;
    }
    const folded = geometry.plan.spans.some((span) => span.requests?.includes(track.request));
    if (folded) unfold([track.request]);
    focusOn(track.request);
    const [first, last] = [track.stops[0]!, track.stops.at(-1)!];
    const width = Math.max(1, geometry.places[last]! - geometry.places[first]!);
    this.anchor = { position: first, x: geometry.left + 60 };
    setZoom(folded ? 'drawn' : Math.min(1.25, (geometry.plan.zoom * (geometry.view - geometry.left - 160)) / width));
  }
}
