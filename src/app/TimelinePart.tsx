import { Suspense } from 'react';
import { focusOf, Questions } from '@/features/inspector';
import type { Run } from '@/explain';
import { useExplained } from '@/stores/explained';
import { useFollowedStopOf } from '@/stores/followed';
import { useRun } from '@/stores/run';
import { later } from '@/ui/later';
import { PartBoundary } from '@/ui/PartBoundary';
import { useAdopted } from './use-adopted';

/** The verdict goes first. */
const Timeline = later(() => import('@/features/timeline').then((part) => part.Timeline));

/** The timeline of the last run; before the first one, its place: as high as a run between a page and one server is drawn. */
export function TimelinePart() {
  const run = useExplained();
  const trigger = useRun((state) => state.trigger);
  useAdopted(run, trigger);
  const place = (
    <section
      aria-label="Timeline"
      aria-busy="true"
      className="min-h-[350px] motion-reduce:min-h-[462px] max-desk:flex-1"
    />
  );
  if (!run) return place;
  return (
    <PartBoundary>
      <Suspense fallback={place}>
        <Timeline run={run}>
          <PhoneQuestions run={run} />
        </Timeline>
      </Suspense>
    </PartBoundary>
  );
}

/** On a phone the three questions stand with the picture: the inspector is a tab away. */
function PhoneQuestions({ run }: { run: Run }) {
  const here = useFollowedStopOf(run);
  const track = focusOf(run, here);
  if (!track) return null;
  return (
    <div className="px-3 pt-2.5 desk:hidden">
      <Questions questions={track.questions} here={here} />
    </div>
  );
}
