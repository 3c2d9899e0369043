import type { Lesson } from '@/lessons/format/lesson';
import type { TrialOutcome } from '@/lessons/format/grade';
import { useLesson } from '@/stores/lesson';
import { useRun } from '@/stores/run';
import { Icon } from '@/ui/Icon';
import { nextLesson } from './Rail';
import { Blocks, Plain } from './Words';

/** After a run that met the goal: solved, solved with a warning, or not yet for everyone. */
export function Outcome({ lesson }: { lesson: Lesson }) {
  const grade = useLesson((state) => state.grade);
  const strayed = useLesson((state) => state.strayed);
  const isSolutionShown = useLesson((state) => state.isSolutionShown);
  if (!grade?.met || strayed.length > 0) return null;
  const missed = grade.trials.filter(({ held, trial }) => !held && trial.kind === 'required');
  const next = nextLesson(lesson.id);
  return (
    <section className="outcome" aria-label="Outcome" aria-live="polite">
      {grade.solved ? (
        <h2 className="solved">
          <Icon shape="allowed" /> {isSolutionShown ? 'The goal is met' : 'Solved'}
        </h2>
      ) : (
        <h2 className="almost">
          <Icon shape="failed" /> The run meets the goal, but not all is well
        </h2>
      )}
      {[...missed, ...grade.warnings].map((outcome) => (
        <Warning key={outcome.trial.id} outcome={outcome} />
      ))}
      {grade.solved && (
        <>
          <h2>{lesson.setup.kind === 'case' ? 'The cause' : 'What just happened'}</h2>
          <Blocks blocks={lesson.prose.afterwards} />
          {lesson.prose.next.length > 0 && (
            <>
              <h2>Now try</h2>
              <Blocks blocks={lesson.prose.next} />
            </>
          )}
          <p className="onward">
            {next ? (
              <a className="solid-button" href={`#/lesson/${next}`}>
                Next
              </a>
            ) : (
              <a className="solid-button" href="#/course">
                To the course
              </a>
            )}
          </p>
        </>
      )}
    </section>
  );
}

function Warning({ outcome: { trial, scenario, result } }: { outcome: TrialOutcome }) {
  const watch = (): void =>
    useRun.setState((state) => ({ trigger: 'run', runs: state.runs + 1, status: 'done', scenario, result }));
  return (
    <div className="warning">
      <p>
        <Icon shape="blocked" /> <Plain text={trial.otherwise} />
      </p>
      <p className="aside">
        Tried: {trial.title}.{' '}
        <button type="button" className="text-button" onClick={watch}>
          Watch it
        </button>
      </p>
    </div>
  );
}
