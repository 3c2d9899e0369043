import { useLesson } from '@/stores/lesson';
import { useRun } from '@/stores/run';

/** Says that the run below is a trial's and not the learner's, and leads back. */
export function Watching({ onRun }: { onRun: () => void }) {
  const scenario = useRun((state) => state.scenario);
  const outcome = useLesson((state) => state.grade?.trials.find((each) => each.scenario === scenario));
  if (!outcome) return null;
  return (
    <p role="status" className="watching">
      <b>Watching</b> {outcome.trial.title}.{' '}
      <button type="button" className="text-button" onClick={onRun}>
        Back to your run
      </button>
    </p>
  );
}
