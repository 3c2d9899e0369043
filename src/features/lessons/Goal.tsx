import type { Lesson } from '@/lessons/format/lesson';
import { useHold } from '@/stores/hold';
import { useLesson } from '@/stores/lesson';
import { useProgress } from '@/stores/progress';
import { useRun } from '@/stores/run';
import { Icon } from '@/ui/Icon';
import { Solved } from './Solved';
import { Blocks } from './Words';

/** What is to be reached, always in sight, and whether the last run reached it. */
export function Goal({ lesson, isNarrow, onRun }: { lesson: Lesson; isNarrow: boolean; onRun: () => void }) {
  return (
    <section className="goal" aria-label="Goal">
      <b>Goal</b>
      <div>
        <Blocks blocks={lesson.prose.action} />
        <p className="aside">Yours to change: {lesson.setup.yours.map(nameOf).join(', ')}.</p>
      </div>
      <p role="status" className="goal-state">
        <State lesson={lesson} />
      </p>
      {isNarrow && <Reach onRun={onRun} />}
    </section>
  );
}

/** On a phone the parts lie far apart: what is needed while working stays at hand. */
function Reach({ onRun }: { onRun: () => void }) {
  const holding = useHold((state) => state.holding);
  const isMet = useLesson((state) => state.grade?.met === true);
  const leadTo = (place: string): void =>
    document.querySelector(place)?.scrollIntoView({ block: 'start', behavior: 'auto' });
  return (
    <p className="goal-reach">
      <button type="button" className="solid-button" onClick={onRun}>
        {holding ? 'Predict first' : 'Run again'}
      </button>
      {!holding && (
        <button type="button" className="text-button" onClick={() => leadTo('.help')}>
          Hints
        </button>
      )}
      {isMet && (
        <button type="button" className="text-button" onClick={() => leadTo('.outcome')}>
          See what happened
        </button>
      )}
    </p>
  );
}

function State({ lesson }: { lesson: Lesson }) {
  const holding = useHold((state) => state.holding);
  const hasRun = useRun((state) => state.status === 'done');
  const { grade, strayed } = useLesson();
  const isShown = useProgress((state) => state.lessons[lesson.id]?.solutionStands === true);
  if (holding || !hasRun) return null;
  if (!grade?.met) return <>Not yet</>;
  if (strayed.length > 0) return <>Reached by what is not yours to change</>;
  if (!grade.solved) {
    return (
      <span className="almost">
        <Icon shape="failed" /> Nearly
      </span>
    );
  }
  return <Solved grade={grade} isShown={isShown} />;
}

const nameOf = (part: string): string =>
  part === 'frontend' ? 'the page’s code' : part === 'page' ? 'the page’s address' : part;
