import { useState } from 'react';
import type { Run } from '@/explain';
import { LineLink } from './LineLink';

/** More lines than these are drawn only when asked for. */
const DRAWN = 500;

/** The code's lines and the browser's, in the order printed. */
export function ConsolePanel({ run, here }: { run: Run; here: number }) {
  const browser = run.lanes.find((lane) => lane.kind === 'browser')?.detail ?? 'browser';
  const [showsAll, setShowsAll] = useState(false);
  const hidden = showsAll ? 0 : Math.max(0, run.console.length - DRAWN);
  if (run.console.length === 0) return <p className="empty">The console is empty.</p>;
  return (
    <ol className="log" aria-label="Console">
      {hidden > 0 && (
        <li>
          <button type="button" onClick={() => setShowsAll(true)}>
            Show all {run.console.length} lines
          </button>
        </li>
      )}
      {run.console.slice(hidden).map(({ entry, stop }, index) => (
        <li key={hidden + index} className={stop <= here ? entry.level : 'unseen'}>
          <span className="from">
            {entry.source === 'browser' ? (
              browser
            ) : entry.line ? (
              <LineLink place={{ side: 'frontend', line: entry.line, visit: entry.visit }} />
            ) : run.lanes[0]?.name === 'Shell' ? (
              'curl'
            ) : (
              'code'
            )}
          </span>
          <span className="text">{entry.text}</span>
        </li>
      ))}
    </ol>
  );
}
