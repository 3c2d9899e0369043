import type { Run } from '@/explain';

/** The code's lines and the browser's, in the order printed. */
export function ConsolePanel({ run, here }: { run: Run; here: number }) {
  const browser = run.lanes.find((lane) => lane.kind === 'browser')?.detail ?? 'browser';
  if (run.console.length === 0) return <p className="empty">The console is empty.</p>;
  return (
    <ol className="log" aria-label="Console">
      {run.console.map(({ entry, stop }, index) => (
        <li key={index} className={stop <= here ? entry.level : 'unseen'}>
          <span className="from">
            {entry.source === 'browser'
              ? browser
              : entry.line
                ? `line ${entry.line}`
                : run.lanes[0]?.name === 'Shell'
                  ? 'curl'
                  : 'code'}
          </span>
          <span className="text">{entry.text}</span>
        </li>
      ))}
    </ol>
  );
}
