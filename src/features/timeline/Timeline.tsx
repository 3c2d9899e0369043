import { type ReactNode, useMemo, useRef } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { Callout } from './Callout';
import { hasCallout } from './callouts';
import { paceOf } from './durations';
import { LaneNames } from './LaneNames';
import { CALLOUT_ROOM, layOut, paperWidth } from './layout';
import { sizeOf } from './measures';
import { useFollow, useFollowRow } from './use-follow';
import { Score } from './Score';
import { SentenceList } from './SentenceList';
import { useSight } from './sight';
import { Transport } from './Transport';
import { useAddress } from './use-address';
import { useAdopted } from './use-adopted';
import { useKeys } from './use-keys';
import { usePlayer } from './use-player';
import { useWidth } from './use-width';
import './timeline.css';

interface Props {
  run: Run;
  /** What brought the run: an edit keeps the playhead where it is, Run plays from the start. */
  trigger: 'edit' | 'run';
  /** On a phone, below the callout. */
  children?: ReactNode;
}

/** Faster than this a callout would stand for less than a seventh of a second. */
const LEGIBLE_PACE = 3;

/** The run as a score: time flows right under a playhead; page, browser and servers are staves. */
export function Timeline({ run, trigger, children }: Props) {
  useAdopted(run, trigger);
  useAddress(run);
  usePlayer(run);
  useKeys();
  const view = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const width = useWidth(view);
  const here = usePlayhead((state) => Math.min(Math.floor(state.position), Math.max(0, run.stops.length - 1)));
  const resting = usePlayhead((state) => Number.isInteger(state.position));
  const playing = usePlayhead((state) => state.playing);
  // A callout that goes before it can be read is only flicker.
  const legible = usePlayhead((state) => !state.playing || state.speed * paceOf(run) < LEGIBLE_PACE);
  const around = sizeOf(width) === 'S' ? here : 0;
  const geometry = useMemo(() => layOut(run, width || 1200, around), [run, width, around]);
  const paper = paperWidth(geometry, run, here);
  const sight = useSight(view, width, paper);
  useFollowRow(picture, run, geometry, here);
  useFollow(view, geometry, paper, hasCallout(run.stops[here]) ? CALLOUT_ROOM[geometry.size] : 70);
  const callout = <Callout run={run} geometry={geometry} here={here} />;
  const below = geometry.size === 'S';
  return (
    <section className="timeline" aria-label="Timeline" data-playing={playing} data-size={geometry.size}>
      <Transport run={run} here={here} />
      <div className="picture" ref={picture}>
        <div className="view" ref={view} style={{ height: geometry.height }}>
          {width > 0 && (
            <div className="paper" style={{ width: paper, height: geometry.height }}>
              <Score run={run} geometry={geometry} sight={sight} here={here} />
              {!below && resting && legible && callout}
            </div>
          )}
        </div>
        {width > 0 && <LaneNames run={run} geometry={geometry} />}
      </div>
      {below && <div className="callout-room">{callout}</div>}
      {children}
      <SentenceList run={run} here={here} />
    </section>
  );
}
