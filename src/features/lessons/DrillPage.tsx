import { useEffect, useRef, useState, type ReactNode } from 'react';
import { drillTruth } from '@/lessons/drills/question';
import { afterAnswer, beginSession, isOver, owedBy, type DrillSession } from '@/lessons/drills/session';
import type { SimulationResult } from '@/scenario/result';
import { useDrill } from '@/stores/drill';
import { simulateAside } from '@/stores/run';
import { DrillAnswer } from './DrillAnswer';
import { DrillChoices } from './DrillChoices';
import { DrillResults } from './DrillResults';
import { DrillSystem } from './DrillSystem';
import './lessons.css';
import './course.css';
import './drill.css';

export interface Judged {
  chosen: string;
  truth: string | undefined;
  result: SimulationResult;
}

/** Questions without end, twenty a run, each with a system of its own; the engine knows the answers. */
export function DrillPage({ figure }: { figure: ReactNode }) {
  const [session, setSession] = useState(sessionToGoOnWith);
  const [began, setBegan] = useState(() => useDrill.getState().underway?.began ?? Date.now());
  const [isResumed, setResumed] = useState(() => useDrill.getState().underway !== undefined);
  const prompt = useFocusOnNext(session.answered.length);
  const [judged, setJudged] = useState<Judged>();
  const judging = useJudging();
  const { question, answered, length } = session;
  const { note, finish } = useDrill.getState();

  const choose = (chosen: string): void => {
    if (judged || isOver(session)) return;
    judging.begin(chosen, async () => {
      const result = await simulateAside(question.scenario);
      const truth = await drillTruth(question, result, simulateAside);
      setJudged({ chosen, truth, result });
    });
  };
  const goOn = (): void => {
    if (!judged) return;
    const next = afterAnswer(session, judged.chosen === judged.truth);
    note(next.level, owedBy(next));
    if (isOver(next)) {
      const right = next.answered.filter(({ isRight }) => isRight).length;
      const now = Date.now();
      finish({ at: now, right, length, seconds: Math.round((now - began) / 1000) });
    }
    useDrill.setState({ underway: isOver(next) ? undefined : { session: next, began } });
    setResumed(false);
    setSession(next);
    setJudged(undefined);
    window.scrollTo(0, 0);
  };
  const again = (): void => {
    setSession(newSession());
    setBegan(Date.now());
  };
  const isDone = isOver(session);
  useNumberKeys((number) => {
    const choice = isDone || judged ? undefined : question.choices[number - 1];
    if (choice) choose(choice.id);
  });

  if (isDone) {
    return (
      <main className="course prose">
        <h1>Drill</h1>
        <Marks session={session} />
        <DrillResults session={session} onAgain={again} />
      </main>
    );
  }
  return (
    <main className="course prose drill">
      <h1>Drill</h1>
      <Marks session={session} judged={judged} />
      {isResumed && <p role="status">You left this run at question {answered.length + 1}. It goes on here.</p>}
      <p className="aside">
        Question {answered.length + 1} of {length}, level {question.level} of 5. Answer with the number keys.
      </p>
      <div className="drill-sides">
        <DrillSystem question={question} />
        <section aria-label="Question">
          <h2 ref={prompt} tabIndex={-1}>
            {question.prompt}
          </h2>
          <DrillChoices question={question} judged={judged} pending={judging.pending} onChoose={choose} />
          {judging.failure !== undefined && (
            <p role="alert" className="warning">
              Your answer could not be judged: {judging.failure}. Choose again.
            </p>
          )}
        </section>
      </div>
      {judged && (
        <DrillAnswer
          key={answered.length}
          question={question}
          judged={judged}
          isLast={answered.length + 1 === length}
          onNext={goOn}
          figure={figure}
        />
      )}
    </main>
  );
}

/** One answer is judged at a time: the first that was chosen. A failure is shown, and the question stays open. */
function useJudging() {
  const [pending, setPending] = useState<string>();
  const [failure, setFailure] = useState<string>();
  // Two keys may come before the page is drawn anew.
  const isBusy = useRef(false);
  const begin = (chosen: string, judge: () => Promise<void>): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    setPending(chosen);
    setFailure(undefined);
    void judge()
      .catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        isBusy.current = false;
        setPending(undefined);
      });
  };
  return { pending, failure, begin };
}

/** A run that was left is gone on with, as long as the page is not loaded anew. */
const sessionToGoOnWith = (): DrillSession => useDrill.getState().underway?.session ?? newSession();

/** The next question takes the focus: the button that led to it is gone. */
function useFocusOnNext(count: number) {
  const prompt = useRef<HTMLHeadingElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count !== before.current) prompt.current?.focus();
    before.current = count;
  }, [count]);
  return prompt;
}

/** Each run asks other questions: the one place where chance comes in from outside. What is owed comes along. */
function newSession(): DrillSession {
  const { level, owed } = useDrill.getState().record;
  return beginSession(crypto.getRandomValues(new Uint32Array(1))[0] ?? 1, { level, owed });
}

/** The run so far: a disc for right, a square for wrong, a ring for what is to come. */
function Marks({ session, judged }: { session: DrillSession; judged?: Judged | undefined }) {
  const { length } = session;
  const answered = judged ? [...session.answered, { isRight: judged.chosen === judged.truth }] : session.answered;
  const right = answered.filter(({ isRight }) => isRight).length;
  return (
    <p className="drill-marks">
      {Array.from({ length }, (_, index) => {
        const answer = answered[index];
        return <i key={index} aria-hidden="true" className={answer ? (answer.isRight ? 'right' : 'wrong') : ''} />;
      })}
      <span>{right} right</span>
    </p>
  );
}

function useNumberKeys(onNumber: (number: number) => void): void {
  useEffect(() => {
    const onKey = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      const isTyping = target instanceof Element && target.closest('input, textarea, select');
      if (!isTyping && !ctrlKey && !metaKey && !altKey && /^[1-9]$/.test(key)) onNumber(Number(key));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
