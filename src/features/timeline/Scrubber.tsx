import { type KeyboardEvent, Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { dragging } from './dragging';
import { type Geometry, nearestStop, xAt } from './geometry';
import { layOut } from './layout';
import { Miniature } from './parts';
import type { Plan } from './plan';
import { sentenceOf } from './sentences';
import { useGlide } from './use-glide';
import { useWidth } from './use-width';

/** Room left and right of the run in miniature. */
const EDGE = 8;
const HEIGHT = 28;
const PAGE = 5;

/** The whole run in miniature, and the slider that moves the playhead. */
export function Scrubber({ run, plan, here }: { run: Run; plan: Plan; here: number }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const scale = useMemo(() => scaleOf(run, plan, width), [run, plan, width]);
  const last = Math.max(0, run.stops.length - 1);
  const stop = run.stops[here];
  const loop = usePlayhead((state) => state.loop)?.map((index) => scale.x(scale.geometry.stops[index] ?? 0));

  useEffect(() => {
    const element = box.current;
    const keep = (event: TouchEvent) => event.preventDefault();
    element?.addEventListener('touchmove', keep, { passive: false });
    return () => element?.removeEventListener('touchmove', keep);
  }, []);

  return (
    <div
      ref={box}
      className="scrubber"
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={here}
      aria-valuetext={stop ? sentenceOf(run, stop) : 'The run has no stops.'}
      onKeyDown={(event) => onKey(event, last)}
      {...dragging((x) => usePlayhead.getState().seek(nearestStop(scale.places, x)))}
    >
      <Suspense>
        <Miniature run={run} ink={false} {...scale} width={width} height={HEIGHT} />
      </Suspense>
      {run.stops.length > 0 && <Past run={run} scale={scale} width={width} loop={loop} />}
    </div>
  );
}

interface PastProps {
  run: Run;
  scale: Scale;
  width: number;
  loop: readonly number[] | undefined;
}

/** What has happened, up to the playhead. Only moved, never painted: as in the picture itself. */
function Past({ run, scale, width, loop }: PastProps) {
  const handle = useRef<SVGSVGElement>(null);
  const ink = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLDivElement>(null);
  const slide = useGlide(handle, -5, width - 5);
  const pull = useGlide(ink, 4 - width, 4);
  const hold = useGlide(still, width - 4, -4);

  useLayoutEffect(() => {
    const move = (position: number) => {
      const x = scale.x(xAt(scale.geometry, position));
      slide(x);
      pull(Math.round(x));
      hold(Math.round(x));
    };
    move(usePlayhead.getState().position);
    return usePlayhead.subscribe((state) => move(state.position));
  }, [scale, width, slide, pull, hold]);
  return (
    <>
      <div ref={ink} className="mini-ink">
        <div ref={still}>
          <Suspense>
            <Miniature run={run} ink {...scale} width={width} height={HEIGHT} />
          </Suspense>
        </div>
      </div>
      {loop && <div className="mini-loop" style={{ left: loop[0], width: loop[1]! - loop[0]! }} />}
      <svg ref={handle} className="mini-playhead" width={10} height={HEIGHT} aria-hidden="true">
        <line x1={5} y1={0} x2={5} y2={HEIGHT} className="playhead" />
        <path className="knob" d="M0 0h10v6l-5 5l-5 -5z" />
      </svg>
    </>
  );
}

interface Scale {
  geometry: Geometry;
  /** From the picture's x to the miniature's. */
  x: (x: number) => number;
  /** x of every stop in the miniature. */
  places: readonly number[];
}

function scaleOf(run: Run, plan: Plan, width: number): Scale {
  const geometry = layOut(run, 1200, plan);
  const from = geometry.left + 10;
  const span = Math.max(1, geometry.end - from);
  const x = (at: number) => EDGE + ((at - from) / span) * (width - 2 * EDGE);
  return { geometry, x, places: geometry.stops.map(x) };
}

function onKey(event: KeyboardEvent, last: number): void {
  const { seek, step } = usePlayhead.getState();
  const moves: Record<string, () => void> = {
    ArrowRight: () => step(1),
    ArrowUp: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowDown: () => step(-1),
    PageUp: () => step(PAGE),
    PageDown: () => step(-PAGE),
    Home: () => seek(0),
    End: () => seek(last),
  };
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}
