import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DrillQuestion } from '@/lessons/drills/question';
import { drillReason } from '@/lessons/drills/reason';
import { useRun } from '@/stores/run';
import type { Judged } from './DrillPage';

interface Props {
  question: DrillQuestion;
  judged: Judged;
  isLast: boolean;
  onNext: () => void;
  figure: ReactNode;
}

/** Why it is so, in one sentence; the run itself for who wants to see it; and on. */
export function DrillAnswer({ question, judged, isLast, onNext, figure }: Props) {
  const next = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => next.current?.focus(), []);
  const isRight = judged.chosen === judged.truth;
  const printed = judged.result.requests.at(-1)?.console[0];
  return (
    <section aria-label="Answer" className="drill-answer">
      <p role="status">
        <b className={isRight ? 'right' : 'wrong'}>{isRight ? 'Right.' : 'Not so.'}</b>{' '}
        {drillReason(question, judged.result, judged.truth)}
        {!isRight && ' This question comes back later, about another system.'}
      </p>
      {printed && <pre>{printed}</pre>}
      <p className="help-actions">
        <button ref={next} type="button" className="solid-button" onClick={onNext}>
          {isLast ? 'Result' : 'Next question'}
        </button>
        <button
          type="button"
          className="text-button"
          aria-expanded={isOpen}
          onClick={() => {
            if (!isOpen) useRun.getState().showAside(question.scenario, judged.result);
            setOpen(!isOpen);
          }}
        >
          {isOpen ? 'Close the run' : 'See the run'}
        </button>
      </p>
      {isOpen && <div className="drill-run">{figure}</div>}
    </section>
  );
}
