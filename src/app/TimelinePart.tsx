import { focusOf, Questions } from '@/features/inspector';
import { Timeline } from '@/features/timeline';
import type { Run } from '@/explain';
import { useExplained } from '@/stores/explained';
import { usePlayhead } from '@/stores/playhead';
import { useRun } from '@/stores/run';

/** The timeline of the last run; before the first one, its place. */
export function TimelinePart() {
  const run = useExplained();
  const trigger = useRun((state) => state.trigger);
  if (!run) return <section aria-label="Timeline" aria-busy="true" className="min-h-80 max-desk:flex-1" />;
  return (
    <Timeline run={run} trigger={trigger}>
      <PhoneQuestions run={run} />
    </Timeline>
  );
}

/** On a phone the three questions stand with the picture: the inspector is a tab away. */
function PhoneQuestions({ run }: { run: Run }) {
  const here = usePlayhead((state) => Math.floor(state.position));
  const track = focusOf(run, here);
  if (!track) return null;
  return (
    <div className="px-3 pt-2.5 desk:hidden">
      <Questions questions={track.questions} here={here} />
    </div>
  );
}
