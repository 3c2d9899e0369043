import { Suspense, type ReactNode } from 'react';
import { hostOf, type Run, type Track } from '@/explain';
import { withTerms } from '@/lessons/terms';
import { usePlayhead } from '@/stores/playhead';
import { useUi } from '@/stores/ui';
import { onDemand } from '@/ui/on-demand';
import { useSeen } from '@/ui/use-seen';
import { focusOf } from './focus-of';
import { Ladder } from './Ladder';
import { Questions } from './Questions';

const Words = onDemand(() => import('./words/Words').then((part) => part.Words));
const SideBySide = onDemand(() => import('./words/SideBySide').then((part) => part.SideBySide));

/** Three questions, every decision, and the words that are left of it in the console: for the request at the playhead. */
export function WhyPanel({ run, here, fixes }: { run: Run; here: number; fixes?: ReactNode }) {
  const track = focusOf(run, here);
  const allBrowsers = useUi((state) => state.allBrowsers);
  const [words, isSeen] = useSeen<HTMLElement>();
  if (!track) {
    return <p className="empty">No request was made, so there is no decision to show.</p>;
  }
  /** Each term is a link where it comes first. */
  const seen = new Set<string>();
  const questions = track.questions.map((asked) => ({ ...asked, because: withTerms(asked.because, seen) }));
  return (
    <div className="why">
      <section>
        <h3>Three questions</h3>
        <Questions questions={questions} here={here} />
      </section>
      <section>
        <div className="ladder-head">
          <h3>Every decision, in order</h3>
          {track.earlier !== null && <small>An earlier visit, to {hostOf(track.earlier)}</small>}
          {run.tracks.length > 1 && <RequestSteps run={run} track={track} />}
        </div>
        <Ladder rows={track.ladder} stops={run.stops} here={here} />
      </section>
      <section className="words" ref={words}>
        {fixes}
        <Suspense>{isSeen && <Words run={run} track={track} here={here} />}</Suspense>
      </section>
      {allBrowsers && (
        <section className="browsers" aria-label="What all three browsers say">
          <Suspense>
            <SideBySide key={track.request} run={run} track={track} />
          </Suspense>
        </section>
      )}
    </div>
  );
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
