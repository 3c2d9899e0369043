import type { DrillQuestion } from '@/lessons/drills/question';
import { Icon } from '@/ui/Icon';
import type { Judged } from './DrillPage';

interface Props {
  question: DrillQuestion;
  judged: Judged | undefined;
  /** The answer that is being judged. */
  pending: string | undefined;
  onChoose: (id: string) => void;
}

/** The answers, numbered as the keys that choose them; afterwards which was right. */
export function DrillChoices({ question, judged, pending, onChoose }: Props) {
  return (
    <ol className="choices" aria-label="Answers" aria-busy={pending !== undefined}>
      {question.choices.map(({ id, words }, index) => {
        const isTruth = judged?.truth === id;
        const isWrong = judged?.chosen === id && !isTruth;
        return (
          <li key={id} className={isTruth ? 'is-right' : isWrong ? 'is-wrong' : ''}>
            <button
              type="button"
              aria-keyshortcuts={String(index + 1)}
              aria-disabled={judged !== undefined || pending !== undefined}
              onClick={() => onChoose(id)}
            >
              <kbd>{index + 1}</kbd>
              <span>{words}</span>
              {isTruth && <Mark shape="allowed" word="right" />}
              {isWrong && <Mark shape="blocked" word="not so" />}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Mark({ shape, word }: { shape: 'allowed' | 'blocked'; word: string }) {
  return (
    <b>
      <Icon shape={shape} /> {word}
    </b>
  );
}
