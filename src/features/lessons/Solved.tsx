import type { Grade } from '@/lessons/format/grade';
import type { LessonProgress } from '@/stores/progress';
import { Icon } from '@/ui/Icon';

/** What a solving run is called. A warning shows in its words, its shape and its colour. */
export function Solved({ grade, isShown }: { grade: Grade; isShown: boolean }) {
  const word = isShown ? 'The goal is met' : 'Solved';
  if (grade.warnings.length === 0) {
    return (
      <span className="solved">
        <Icon shape="allowed" /> {word}
      </span>
    );
  }
  return (
    <span className="solved-badly">
      <Icon shape="blocked" /> {word}, but {isTooOpen(grade) ? 'too open' : 'not for all'}
    </span>
  );
}

/** Somebody was let in whom a trial wants kept out. */
const isTooOpen = ({ warnings }: Grade): boolean => warnings.some(({ trial }) => 'not' in trial.holds);

/** How a step stands, for who does not see its mark. */
export function Standing({ progress }: { progress: LessonProgress | undefined }) {
  if (!progress?.solved) return null;
  return <span className="sr-only"> ({progress.warned ? 'solved, with a warning' : 'solved'})</span>;
}

/** A step’s mark: solved, or solved with a warning. */
export function StandingMark({ progress }: { progress: LessonProgress | undefined }) {
  return progress?.solved ? <Icon shape={progress.warned ? 'blocked' : 'allowed'} /> : null;
}
