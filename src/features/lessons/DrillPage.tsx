import { useState } from 'react';
import { afterAnswer, beginSession, isOver, type DrillSession } from '@/lessons/drills/session';
import { drillTruth, type DrillQuestion } from '@/lessons/drills/question';
import { simulateAside } from '@/stores/run';
import { Icon } from '@/ui/Icon';
import './lessons.css';

interface Judged {
  chosen: string;
  truth: string | undefined;
  console: string;
}

/** Twenty questions, each with a system of its own; the engine knows the answers. */
export function DrillPage() {
  const [session, setSession] = useState<DrillSession>(newSession);
  const [judged, setJudged] = useState<Judged>();
  const { question, answered, length } = session;
  const right = answered.filter(({ isRight }) => isRight).length;

  const choose = async (chosen: string): Promise<void> => {
    if (judged) return;
    const result = await simulateAside(question.scenario);
    setJudged({ chosen, truth: drillTruth(question, result), console: result.requests.at(-1)?.console[0] ?? '' });
  };
  const goOn = (): void => {
    setSession(isOver(session) ? newSession() : afterAnswer(session, judged?.chosen === judged?.truth));
    setJudged(undefined);
  };

  return (
    <main className="course prose">
      <h1>Drill</h1>
      {isOver(session) ? (
        <>
          <p>
            {right} of {length} were right.
          </p>
          <button type="button" className="solid-button" onClick={goOn}>
            Another twenty
          </button>
        </>
      ) : (
        <>
          <p className="aside">
            Question {answered.length + 1} of {length}, level {question.level} of 5. {right} right so far.
          </p>
          <System question={question} />
          <h2>{question.prompt}</h2>
          <ul className="choices" aria-label="Answers">
            {question.choices.map(({ id, words }) => (
              <li key={id}>
                <button type="button" className="text-button" onClick={() => void choose(id)}>
                  {words}
                </button>
                {judged?.truth === id && <Mark shape="allowed" word="This is right" />}
                {judged?.chosen === id && judged.truth !== id && <Mark shape="blocked" word="Not so" />}
              </li>
            ))}
          </ul>
          <div role="status">
            {judged && (
              <>
                {judged.console && <pre>{judged.console}</pre>}
                <button type="button" className="solid-button" onClick={goOn}>
                  {answered.length + 1 === length ? 'Result' : 'Next question'}
                </button>
              </>
            )}
          </div>
        </>
      )}
    </main>
  );
}

/** Each visit asks other questions: the one place where chance comes in from outside. */
const newSession = (): DrillSession => beginSession(crypto.getRandomValues(new Uint32Array(1))[0] ?? 1);

function Mark({ shape, word }: { shape: 'allowed' | 'blocked'; word: string }) {
  return (
    <>
      {' '}
      <Icon shape={shape} /> <b>{word}</b>
    </>
  );
}

function System({ question: { scenario } }: { question: DrillQuestion }) {
  return (
    <>
      <p>
        The page <code>{scenario.page}</code> runs:
      </p>
      <pre>{scenario.frontend}</pre>
      {scenario.servers.map((server) =>
        server.kind === 'headers'
          ? server.routes.map((route) => (
              <div key={`${server.origin} ${route.method}`}>
                <p>
                  <code>{server.origin}</code> answers{' '}
                  <code>
                    {route.method} {route.path}
                  </code>{' '}
                  with {route.status} and
                </p>
                <pre>{route.headers.map(([name, value]) => `${name}: ${value}\n`).join('')}</pre>
              </div>
            ))
          : null,
      )}
      <p className="aside">Whatever is not listed gets 404 and no headers.</p>
    </>
  );
}
