import { lazy, Suspense, useEffect } from 'react';
import { focusOf, Inspector } from '@/features/inspector';
import type { Run } from '@/explain';
import { useExplained } from '@/stores/explained';
import { useFollowedStopOf } from '@/stores/followed';
import { useReview } from '@/stores/review';
import { useRun } from '@/stores/run';
import { onDemand } from '@/ui/on-demand';

/** Once it is there it stays: what was applied can be taken back when nothing is wrong any more. */
let isLoaded = false;

/** Whoever cannot load it does without. */
const Fixes = lazy(() =>
  import('@/features/repair').then(
    (part) => {
      isLoaded = true;
      return { default: part.Fixes };
    },
    () => ({ default: () => null }),
  ),
);

const review = () => import('@/features/review');
const ReviewPanel = onDemand(() => review().then((part) => part.ReviewPanel));

/** The tab says so when it is opened. */
const leaveIt = (): void => undefined;

/** A review asks a server some hundred times: it waits until nobody edits, and until all that is on show has loaded. */
const REST = 2_500;

/**
 * The inspector of the last run; before the first one, its place.
 * @param withReview off where it would give an answer away
 */
export function InspectorPart({ withReview = false }: { withReview?: boolean }) {
  const run = useExplained();
  const count = useReview(({ status, review }) => (status === 'done' ? review?.findings.length : undefined));
  useEffect(() => {
    if (!withReview || !run) return undefined;
    const timer = setTimeout(() => void review().then(({ reviewAtRest }) => reviewAtRest(), leaveIt), REST);
    return () => clearTimeout(timer);
  }, [run, withReview]);
  if (run) {
    return (
      <>
        <h2 className="sr-only">What happened</h2>
        <Inspector
          run={run}
          fixes={<FixesPart run={run} />}
          extra={withReview ? [{ name: 'Review', count, content: <ReviewPanel /> }] : []}
        />
      </>
    );
  }
  return <section aria-label="Inspector" aria-busy="true" className="flex-1" />;
}

/** What to change, for the request that Why is about. */
function FixesPart({ run }: { run: Run }) {
  const here = useFollowedStopOf(run);
  const scenario = useRun((state) => state.scenario);
  const result = useRun((state) => state.result);
  const track = focusOf(run, here);
  const request = track && result?.requests[track.request];
  const isFine = !request || (request.verdict === 'allowed' && (request.response?.status ?? 0) < 400);
  if (!scenario || !result || (isFine && !isLoaded)) return null;
  return (
    <Suspense>
      <Fixes
        scenario={scenario}
        result={result}
        request={track?.request}
        isKnown={here >= (track?.closedAt ?? track?.settledAt ?? 0)}
      />
    </Suspense>
  );
}
