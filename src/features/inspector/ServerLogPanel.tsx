import { hostOf, type Run } from '@/explain';
import { LineLink } from './LineLink';

/** What the servers wrote: a line for each request, and their own. */
export function ServerLogPanel({ run, here }: { run: Run; here: number }) {
  if (run.serverLog.length === 0) return <p className="empty">No server wrote anything.</p>;
  return (
    <ol className="log" aria-label="Server log">
      {run.serverLog.map(({ entry, stop }, index) => (
        <li key={index} className={stop <= here ? entry.level : 'unseen'}>
          <span className="from">
            {hostOf(entry.origin)}
            {entry.line !== undefined && (
              <>
                {', '}
                <LineLink place={{ side: 'server', origin: entry.origin, line: entry.line }} />
              </>
            )}
          </span>
          <span className="text">{entry.text}</span>
        </li>
      ))}
    </ol>
  );
}
