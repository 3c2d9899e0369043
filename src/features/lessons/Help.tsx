import type { Lesson } from '@/lessons/format/lesson';
import { putBack, showSolution, startOver, useLesson } from '@/stores/lesson';
import { useProgress } from '@/stores/progress';
import { Words } from './Words';

/** Hints one at a time, then the solution; the way back to the start. */
export function Help({ lesson }: { lesson: Lesson }) {
  const opened = useProgress((state) => state.lessons[lesson.id]?.hints ?? 0);
  const update = useProgress((state) => state.update);
  const isSolutionShown = useProgress((state) => state.lessons[lesson.id]?.solutionStands === true);
  const isSolved = useProgress((state) => state.lessons[lesson.id]?.solved === true);
  const strayed = useLesson((state) => state.strayed);
  const { hints } = lesson.prose;
  return (
    <section className="help" aria-label="Help">
      {opened > 0 && (
        <ol className="hints">
          {hints.slice(0, opened).map((hint, index) => (
            <li key={index}>
              <Words nodes={hint} />
            </li>
          ))}
        </ol>
      )}
      {isSolutionShown && (
        <p className="aside">
          {isSolved
            ? 'This is one solution. Yours counts as before.'
            : 'This is a solution. Looking does not count as solving: start over and find your own way.'}
        </p>
      )}
      {strayed.length > 0 && (
        <p className="aside">
          Try what you like. To solve the lesson, put back what is not yours to change: {strayed.join(', ')}.{' '}
          <button type="button" className="text-button" onClick={() => putBack(lesson)}>
            Put it back
          </button>
        </p>
      )}
      <p className="help-actions">
        {opened < hints.length && (
          <button type="button" className="text-button" onClick={() => update(lesson.id, { hints: opened + 1 })}>
            Hint {opened + 1} of {hints.length}
          </button>
        )}
        {opened >= hints.length && !isSolutionShown && (
          <button type="button" className="text-button" onClick={() => showSolution(lesson)}>
            {isSolved ? 'Compare with another solution' : 'Show a solution'}
          </button>
        )}
        <button type="button" className="text-button" onClick={() => startOver(lesson)}>
          Start over
        </button>
      </p>
    </section>
  );
}
