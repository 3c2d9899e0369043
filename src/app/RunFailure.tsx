import { useRun } from '@/stores/run';
import { runNow } from './autorun';

/** The simulation itself could not run: not the learner's doing, and nothing of theirs is lost. */
export function RunFailure() {
  const failure = useRun((state) => (state.status === 'failed' ? state.failure : undefined));
  if (failure === undefined) return null;
  return (
    <p role="alert" className="flex flex-wrap items-center gap-x-4 border-t-2 border-failed px-4 py-2 max-desk:px-3">
      <b className="font-[650] text-failed">This run did not take place.</b>
      <span className="min-w-0 [overflow-wrap:anywhere]">{failure}</span>
      <button
        type="button"
        onClick={() => runNow('run')}
        className="h-(--hit) border border-rule bg-sheet px-3.5 hover:border-ink"
      >
        Try again
      </button>
    </p>
  );
}
