import { Timeline } from '@/features/timeline';
import { useExplained } from '@/stores/explained';
import { useRun } from '@/stores/run';

/** The timeline of the last run; before the first one, its place. */
export function TimelinePart() {
  const run = useExplained();
  const trigger = useRun((state) => state.trigger);
  if (!run) return <section aria-label="Timeline" aria-busy="true" className="min-h-80 max-desk:flex-1" />;
  return <Timeline run={run} trigger={trigger} />;
}
