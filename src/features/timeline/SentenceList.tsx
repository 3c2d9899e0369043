import type { Run } from '@/explain';

/** The same run as an ordered list of sentences: all of the picture, for those who do not see it. */
export function SentenceList({ run, here }: { run: Run; here: number }) {
  return (
    <ol className="sentences" aria-label="The run, step by step">
      {run.stops.map((stop) => (
        <li key={stop.index} aria-current={stop.index === here ? 'step' : undefined}>
          {`${stop.at} ms. ${[stop.sentence, ...stop.notes].join(' ')}`}
        </li>
      ))}
    </ol>
  );
}
