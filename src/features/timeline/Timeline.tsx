import { type ReactNode, Suspense, useDeferredValue, useMemo, useRef } from 'react';
import type { Run } from '@/explain';
import { useFollowedStopOf } from '@/stores/followed';
import { usePlayhead } from '@/stores/playhead';
import { useScore } from '@/stores/score';
import { useStale } from '@/stores/stale';
import { StaleNote } from '@/ui/StaleNote';
import { hasCallout } from './callouts';
import { paceOf } from './pace';
import { zoomOf } from './fit';
import { KeptRoom } from './KeptRoom';
import { LaneNames } from './LaneNames';
import { layOut, paperWidth, roomAhead } from './layout';
import { holdAt } from './moving/durations';
import { sizeOf } from './measures';
import { Announcement, Callout, HeaderMarks, KeptStrip, Player, PlayheadAddress, SentenceList, Tools } from './parts';
import { fanned, plainPlan } from './plan';
import { Score } from './Score';
import { useSight } from './sight';
import { Transport } from './Transport';
import { useAskedMoment } from './use-asked-moment';
import { useDrawnStop } from './use-drawn-stop';
import { useFollow, useFollowRow } from './use-follow';
import { useKeys } from './use-keys';
import { usePlan } from './use-plan';
import { useWidth } from './use-width';
import './timeline.css';

interface Props {
  run: Run;
  /** On a phone, below the callout. */
  children?: ReactNode;
}

/** Faster than this, what appears at a stop would never have appeared. */
const LEGIBLE_PACE = 3;
/** Milliseconds: a callout that stands for less is nothing but a flash. */
const LEGIBLE = 300;

/** What does not fit is reached by keyboard too: there the arrows step, and the view follows. */
const SCROLLED = { tabIndex: 0, role: 'group', 'aria-label': 'Picture' };

/** The run as a score: time flows right under a playhead; page, browser and servers are staves. */
export function Timeline({ run, children }: Props) {
  useKeys();
  useAskedMoment(run);
  const view = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const width = useWidth(view);
  const here = useDrawnStop(run);
  const later = useDeferredValue(useFollowedStopOf(run));
  const playing = usePlayhead((state) => state.playing);
  const planned = usePlan(run);
  const plan = useMemo(() => planned ?? { ...plainPlan(run), full: new Set<number>() }, [planned, run]);
  const pace = paceOf(run, plan.spans);
  /** Times as fast as at speed 1; 0 where it stands. */
  const fast = usePlayhead(({ playing, speed }) => (playing ? speed * pace : 0));
  const brisk = fast >= LEGIBLE_PACE;
  const stop = run.stops[here];
  const isLegible = stop !== undefined && holdAt(stop) >= LEGIBLE * fast;
  const geometry = useGeometry(run, plan, width, here);
  const paper = useMemo(() => paperWidth(geometry, run), [geometry, run]);
  const sight = useSight(view, width, paper);
  useFollowRow(picture, run, geometry, here);
  useFollow(view, geometry, paper, roomAhead(geometry, run, here));
  const callout = hasCallout(stop) && (
    <Suspense>
      <Callout run={run} geometry={geometry} here={here} />
    </Suspense>
  );
  const tools = (
    <div className="tools">
      <Suspense>{width > 0 && <Tools run={run} geometry={geometry} here={here} view={view} />}</Suspense>
    </div>
  );
  const below = geometry.size === 'S';
  const shown = width > 0 && planned !== null;
  return (
    <section
      className="timeline"
      aria-label="Timeline"
      data-playing={playing}
      data-brisk={brisk}
      data-size={geometry.size}
    >
      <Transport run={run} plan={plan} here={here} tools={tools} />
      <div className="picture" ref={picture}>
        <div className="view" ref={view} style={{ height: geometry.height }} {...(paper > width && SCROLLED)}>
          {shown && (
            <div className="paper" style={{ width: paper, height: geometry.height }}>
              <Score run={run} geometry={geometry} sight={sight} here={here} />
              {!below && isLegible && <AtRest stop={here}>{callout}</AtRest>}
            </div>
          )}
        </div>
        {!below && <Stale brief={geometry.size !== 'L'} />}
        {shown && <LaneNames run={run} geometry={geometry} here={here} />}
      </div>
      {below && <div className={`callout-room ${here < run.stops.length - 1 ? 'kept' : ''}`}>{callout}</div>}
      <Suspense fallback={<KeptRoom />}>
        <KeptStrip run={run} here={later} />
      </Suspense>
      {children}
      <Suspense fallback={<div className="sentences" />}>
        <HeaderMarks />
        <PlayheadAddress run={run} />
        <Player run={run} spans={plan.spans} />
        <SentenceList run={run} here={later} />
        <Announcement run={run} here={later} />
      </Suspense>
    </section>
  );
}

/** Only while the playhead stands at this stop. */
function AtRest({ stop, children }: { stop: number; children: ReactNode }) {
  return usePlayhead(({ position }) => position === stop) && children;
}

/** Left of the ruler, over the staves' names. */
function Stale({ brief }: { brief: boolean }) {
  return <StaleNote stale={useStale()} brief={brief} />;
}

/** Nothing moves while the playhead does, but on a phone, where equal stops fold around it. */
function useGeometry(run: Run, plan: ReturnType<typeof plainPlan>, width: number, here: number) {
  const zoom = useScore((state) => state.zoom);
  const around = sizeOf(width) === 'S' ? here : null;
  return useMemo(() => {
    const view = width || 1200;
    const folded = around === null ? plan : fanned(plan, run, around);
    return layOut(run, view, { ...folded, zoom: zoomOf(zoom, run, view, folded) });
  }, [run, plan, width, around, zoom]);
}
