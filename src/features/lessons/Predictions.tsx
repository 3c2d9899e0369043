import { Fragment, useEffect, useRef, useState } from 'react';
import type { Lesson } from '@/lessons/format/lesson';
import { answersOf, questionText, type Prediction } from '@/lessons/format/predictions';
import { useHold } from '@/stores/hold';
import { lockIn, useLesson } from '@/stores/lesson';
import { useProgress } from '@/stores/progress';
import { Icon } from '@/ui/Icon';
import { Plain } from './Words';

/** Questions before the run. Once locked in: what was right, and the misconception behind what was not. */
export function Predictions({ lesson, onRun }: { lesson: Lesson; onRun: () => void }) {
  const holding = useHold((state) => state.holding);
  const { predictions } = lesson.setup;
  if (predictions.length === 0) return null;
  return holding ? <Form lesson={lesson} onRun={onRun} /> : <Answers lesson={lesson} />;
}

function Form({ lesson, onRun }: { lesson: Lesson; onRun: () => void }) {
  const { predictions } = lesson.setup;
  const [chosen, setChosen] = useState<(string | undefined)[]>([]);
  const open = predictions.filter((_, index) => chosen[index] === undefined);
  const isComplete = open.length === 0;
  const { form, isAsked } = useAskedFirst();
  return (
    <form
      ref={form}
      className="predict"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        lockIn(
          lesson,
          chosen.map((answer) => answer ?? ''),
        );
        onRun();
      }}
    >
      <h2>Before you press Run</h2>
      <p role="status" className="asked">
        {isAsked && <NotYet open={open} of={predictions.length} />}
      </p>
      {predictions.map((prediction, index) => (
        <fieldset key={index} data-open={chosen[index] === undefined}>
          <legend>
            <Plain text={questionText(prediction)} />
          </legend>
          {answersOf(prediction).map(([answer, words]) => (
            <label key={answer} className={chosen[index] === answer ? 'chosen' : ''}>
              <input
                type="radio"
                name={`prediction-${index}`}
                checked={chosen[index] === answer}
                onChange={() => setChosen(predictions.map((_, at) => (at === index ? answer : chosen[at])))}
              />
              <span>{words}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <button type="submit" className="solid-button" aria-disabled={!isComplete}>
        Lock in and run
      </button>
      {!isComplete && (
        <p className="aside">
          {open.length === predictions.length ? (
            'Choose an answer to each question; then it runs.'
          ) : (
            <StillOpen open={open} />
          )}
        </p>
      )}
    </form>
  );
}

/** What is to be said before it runs: of several questions those that are left. */
function NotYet({ open, of }: { open: readonly Prediction[]; of: number }) {
  if (open.length === of) return 'Not yet: first say what you expect. Then it runs.';
  if (open.length > 0) return <StillOpen open={open} />;
  return 'All said. Lock it in, and it runs.';
}

function StillOpen({ open }: { open: readonly Prediction[] }) {
  return (
    <>
      Still open:{' '}
      {open.map((prediction, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}“<Plain text={questionText(prediction)} />”
        </Fragment>
      ))}{' '}
      Then it runs.
    </>
  );
}

/** Run was pressed too early: leads to the first open question and says why nothing ran. */
function useAskedFirst() {
  const asked = useHold((state) => state.asked);
  const form = useRef<HTMLFormElement>(null);
  const [before] = useState(asked);
  const isAsked = asked !== before;
  useEffect(() => {
    if (!isAsked) return;
    form.current?.scrollIntoView({ block: 'nearest' });
    const next = form.current?.querySelector<HTMLElement>('[data-open="true"] input');
    (next ?? form.current?.querySelector<HTMLElement>('[type="submit"]'))?.focus();
  }, [asked, isAsked]);
  return { form, isAsked };
}

function Answers({ lesson }: { lesson: Lesson }) {
  const truths = useLesson((state) => state.truths);
  const answers = useProgress((state) => state.lessons[lesson.id]?.predictions);
  if (!truths || !answers) return null;
  return (
    <section className="predict" aria-label="Your predictions">
      <h2>Your predictions</h2>
      <ul className="answers">
        {lesson.setup.predictions.map((prediction, index) => (
          <li key={index}>
            <Answer prediction={prediction} answer={answers[index] ?? ''} truth={truths[index]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ prediction, answer, truth }: { prediction: Prediction; answer: string; truth: string | undefined }) {
  const words = Object.fromEntries(answersOf(prediction));
  const isRight = answer === truth;
  return (
    <>
      <p className="question">
        <Plain text={questionText(prediction)} />
      </p>
      <p className={isRight ? 'right' : 'wrong'}>
        <Icon shape={isRight ? 'allowed' : 'blocked'} /> <b>{isRight ? 'Right.' : 'Not so.'}</b> You said “
        {words[answer]}”.
        {!isRight && truth !== undefined && <> It was “{words[truth]}”.</>}
      </p>
      {!isRight && (
        <p>
          <Plain text={prediction.misconceptions[answer] ?? ''} />
        </p>
      )}
    </>
  );
}
