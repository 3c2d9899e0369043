import { hasChangedServers, leaveDemonstration } from '@/stores/demonstration';
import { homeIdOf } from '@/stores/demonstration-home';
import { documentOf, useScenario } from '@/stores/scenario';
import { useDemonstrationHistory } from './demonstration-history';

/** One line below the head while a demonstration stands in for the learner's scenario: what it shows, and the way back. */
export default function DemonstrationNotice() {
  const isShown = useScenario((state) => homeIdOf(state) !== undefined);
  const title = useScenario((state) => documentOf(state).title);
  const isChanged = useScenario(hasChangedServers);
  useDemonstrationHistory(isShown);
  const button =
    'h-(--hit) max-desk:h-11 text-ink underline decoration-rule underline-offset-4 hover:decoration-current';
  return (
    <div role="status" aria-label="Demonstration" className="sticky top-0 z-10">
      {isShown && (
        <p className="flex flex-wrap items-center gap-x-4 border-b border-hairline bg-sheet px-4 py-1 text-small max-desk:px-3">
          <span>
            <b className="font-semibold">A demonstration.</b> {title}. Your own scenario waits unchanged.
          </span>
          <button type="button" onClick={() => leaveDemonstration(false)} className={button}>
            Back to my scenario
          </button>
          {isChanged && (
            <button type="button" onClick={() => leaveDemonstration(true)} className={button}>
              Back, with the server as it is here
            </button>
          )}
        </p>
      )}
    </div>
  );
}
