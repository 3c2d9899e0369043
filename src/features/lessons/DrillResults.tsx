import { useEffect, useRef } from 'react';
import { useDrill } from '@/stores/drill';

/** The run that just ended, those before it, and what is still owed. */
export function DrillResults({ onAgain }: { onAgain: () => void }) {
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
          were right, in {timeOf(last.seconds)}. Your best is {best}.
        </p>
      )}
      <p>
        {owed.length === 0
          ? 'Nothing is owed: all that was wrong has been answered right since.'
          : `${owed.length} ${owed.length === 1 ? 'thing comes' : 'things come'} back in the next run.`}
      </p>
      <p className="onward">
        <button ref={again} type="button" className="solid-button" onClick={onAgain}>
          Another twenty
        </button>
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

function timeOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
