import { useEffect, useRef } from 'react';
import { titleOf } from '@/lessons/catalogue';
import type { DrillSession } from '@/lessons/drills/session';
import { missedIn } from '@/lessons/drills/subjects';
import { useDrill } from '@/stores/drill';

/** The run that just ended, those before it, and what is still owed. */
export function DrillResults({ session, onAgain }: { session: DrillSession; onAgain: () => void }) {
  const { runs, owed } = useDrill((state) => state.record);
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  const last = runs.at(-1);
  const best = Math.max(0, ...runs.map(({ right }) => right));
  return (
    <>
      {last && (
        <p role="status">
          <b>
            {last.right} of {last.length}
          </b>{' '}
          were right, {last.length - last.right} were not, in {timeOf(last.seconds)}. Your best is {best}.
        </p>
      )}
      <p>
        {owed.length === 0
          ? 'Nothing comes back: all that was wrong has been answered right since.'
          : `${owed.length} ${owed.length === 1 ? 'kind of question comes' : 'kinds of question come'} back in the next run: what was wrong more than once counts once here, and what you got right since does not count.`}
      </p>
      <Missed session={session} />
      <p className="onward help-actions items-center">
        <button ref={again} type="button" className="solid-button" onClick={onAgain}>
          Another twenty
        </button>
        <a href="#/course">To the course</a>
      </p>
      {runs.length > 1 && (
        <table className="drill-runs">
          <caption>Your last runs</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Right</th>
              <th scope="col">Time</th>
            </tr>
          </thead>
          <tbody>
            {runs.toReversed().map(({ at, right, length, seconds }) => (
              <tr key={at}>
                <td>{new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}</td>
                <td>
                  {right} of {length}
                </td>
                <td>{timeOf(seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** What went wrong, each with the lesson that teaches it. */
function Missed({ session }: { session: DrillSession }) {
  const missed = missedIn(session.answered);
  if (missed.length === 0) return null;
  return (
    <>
      <h2>What went wrong</h2>
      <ul>
        {missed.map(({ words, lesson, times, isMended }) => (
          <li key={words}>
            {words}: {times === 1 ? 'once' : `${times} times`}
            {isMended && ', right since'}. <a href={`#/lesson/${lesson}`}>{titleOf(lesson)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function timeOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
