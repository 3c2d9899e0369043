import type { ReactNode } from 'react';
import { hostOf, type Run, type Track } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { Said } from '@/ui/Said';
import { Ladder } from './Ladder';
import { Questions } from './Questions';

/** Three questions, every decision, and the words that are left of it in the console: for the request at the playhead. */
export function WhyPanel({ run, here, fixes }: { run: Run; here: number; fixes?: ReactNode }) {
  const track = focusOf(run, here);
  if (!track) {
    return (
      <p className="empty">
        <Said sentence={run.verdict.sentence} />
      </p>
    );
  }
  return (
    <div className="why">
      <section>
        <h3>Three questions</h3>
        <Questions questions={track.questions} here={here} />
      </section>
      <section>
        <div className="ladder-head">
          <h3>Every decision, in order</h3>
          {track.earlier !== null && <small>An earlier visit, to {hostOf(track.earlier)}</small>}
          {run.tracks.length > 1 && <RequestSteps run={run} track={track} />}
        </div>
        <Ladder rows={track.ladder} here={here} />
      </section>
      <section className="words">
        {fixes}
        <Printed run={run} track={track} here={here} />
      </section>
    </div>
  );
}

/** The request that the stop under the playhead belongs to; else the last one before it. */
export function focusOf(run: Run, here: number): Track | undefined {
  const request = run.stops.slice(0, here + 1).findLast((stop) => stop.request !== null)?.request;
  return run.tracks.find((track) => track.request === request) ?? run.tracks[0];
}

function RequestSteps({ run, track }: { run: Run; track: Track }) {
  const index = run.tracks.indexOf(track);
  const go = (by: number) => {
    const next = run.tracks[(index + by + run.tracks.length) % run.tracks.length];
    const stop = next?.closedAt ?? next?.settledAt ?? next?.stops[0];
    if (stop !== undefined) usePlayhead.getState().seek(stop);
  };
  return (
    <p className="requests">
      <button type="button" aria-label="The request before" onClick={() => go(-1)}>
        ‹
      </button>
      <code>
        {track.method} {track.path}
      </code>
      <span>
        {index + 1} of {run.tracks.length}
      </span>
      <button type="button" aria-label="The next request" onClick={() => go(1)}>
        ›
      </button>
    </p>
  );
}

function Printed({ run, track, here }: { run: Run; track: Track; here: number }) {
  const browser = run.lanes.find((lane) => lane.kind === 'browser')?.detail ?? 'the browser';
  const printed = run.console.filter(({ entry }) => entry.source === 'browser' && entry.request === track.request);
  const logged = run.tracks.length === 1 ? run.console.filter(({ entry }) => entry.source === 'code') : [];
  const bad = track.verdict === 'blocked' || track.verdict === 'failed';
  const got = track.got && [
    { text: `${track.got.name}${bad ? ': ' : ', '}${track.got.detail}`, stop: track.settledAt ?? 0 },
  ];
  return (
    <>
      <Lines title={`What ${browser} prints`} lines={texts(printed)} tone={track.verdict} here={here} />
      {got && <Lines title="What the code gets" lines={got} tone={bad ? track.verdict : null} here={here} />}
      <Lines title="What the code logs" lines={texts(logged)} tone={null} here={here} />
    </>
  );
}

interface Line {
  text: string;
  stop: number;
}

const texts = (rows: Run['console']): Line[] => rows.map(({ entry, stop }) => ({ text: entry.text, stop }));

function Lines({
  title,
  lines,
  tone,
  here,
}: {
  title: string;
  lines: readonly Line[];
  tone: Track['verdict'];
  here: number;
}) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      {lines.map(({ text, stop }, index) => (
        <p key={index} className={`says ${tone ?? ''} ${stop <= here ? '' : 'unseen'}`}>
          {text}
        </p>
      ))}
    </div>
  );
}
