import { useEffect, useRef } from 'react';
import { placeOf, titleOf } from '@/lessons/catalogue';
import type { Lesson } from '@/lessons/format/lesson';
import type { TrialOutcome } from '@/lessons/format/grade';
import { useLesson, watch } from '@/stores/lesson';
import { useProgress } from '@/stores/progress';
import { Icon } from '@/ui/Icon';
import { Solved } from './Solved';
import { Blocks, Plain } from './Words';

/** After a run that met the goal: solved, solved with a warning, or not yet for everyone. */
export function Outcome({ lesson }: { lesson: Lesson }) {
  const grade = useLesson((state) => state.grade);
  const strayed = useLesson((state) => state.strayed);
  const isSolutionShown = useProgress((state) => state.lessons[lesson.id]?.solutionStands === true);
  const isMet = grade?.met === true && strayed.length === 0;
  const place = useComesIntoView(grade && isMet);
  if (!grade || !isMet) return null;
  const missed = grade.trials.filter(({ held, trial }) => !held && trial.kind === 'required');
  const held = grade.trials.filter((outcome) => outcome.held);
  return (
    <section
      ref={place}
      className={`outcome ${grade.solved ? (grade.warnings.length > 0 ? 'is-solved is-warned' : 'is-solved') : ''}`}
      aria-label="Outcome"
    >
      {grade.solved ? (
        <h2>
          <Solved grade={grade} isShown={isSolutionShown} />
        </h2>
      ) : (
        <h2 className="almost">
          <Icon shape="failed" /> The run meets the goal, but not all is well
        </h2>
      )}
      {[...missed, ...grade.warnings].map((outcome) => (
        <Warning key={outcome.trial.id} outcome={outcome} />
      ))}
      <Held outcomes={held} />
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
          <Onward id={lesson.id} />
        </>
      )}
    </section>
  );
}

/** Brings what follows a success into view, once, and only where it stands beside the editors. */
function useComesIntoView(isMet: boolean | undefined) {
  const place = useRef<HTMLElement>(null);
  const before = useRef<boolean>(undefined);
  useEffect(() => {
    if (isMet === undefined) return;
    const isBeside = matchMedia('(min-width: 800px)').matches;
    if (isMet && before.current === false && isBeside) {
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      // Its own column alone: scrollIntoView would move the editors too.
      const column = place.current?.closest('article');
      const top = (place.current?.offsetTop ?? 0) - 12;
      column?.scrollTo({ top, behavior: isCalm ? 'auto' : 'smooth' });
    }
    before.current = isMet;
  }, [isMet]);
  return place;
}

function Onward({ id }: { id: string }) {
  const next = placeOf(id)?.next;
  return (
    <p className="onward">
      {next ? (
        <a className="solid-button" href={`#/lesson/${next}`}>
          Next: {titleOf(next)}
        </a>
      ) : (
        <a className="solid-button" href="#/course">
          To the course
        </a>
      )}
    </p>
  );
}

function Warning({ outcome }: { outcome: TrialOutcome }) {
  return (
    <div className="warning">
      <p>
        <Icon shape="blocked" /> <Plain text={outcome.trial.otherwise} />
      </p>
      <p className="aside">
        Tried: {outcome.trial.title}. <Watch outcome={outcome} />
      </p>
    </div>
  );
}

/** Further runs that came out as they should. */
function Held({ outcomes }: { outcomes: readonly TrialOutcome[] }) {
  if (outcomes.length === 0) return null;
  return (
    <details className="held-trials">
      <summary>
        Tried as well, and right: {outcomes.length} {outcomes.length === 1 ? 'run' : 'runs'}
      </summary>
      <ul>
        {outcomes.map((outcome) => (
          <li key={outcome.trial.id}>
            <Icon shape="allowed" /> {outcome.trial.title}. <Watch outcome={outcome} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Watch({ outcome }: { outcome: TrialOutcome }) {
  return (
    <button type="button" className="text-button" onClick={() => watch(outcome)}>
      Watch it
    </button>
  );
}
