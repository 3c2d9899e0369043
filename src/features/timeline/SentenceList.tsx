import { memo } from 'react';
import type { Run, Stop } from '@/explain';

/** The same run as an ordered list of sentences: all of the picture, for those who do not see it. */
export function SentenceList({ run, here }: { run: Run; here: number }) {
  return (
    <ol className="sentences" aria-label="The run, step by step">
      {run.stops.map((stop) => (
        <Item key={stop.index} stop={stop} here={stop.index === here} />
      ))}
    </ol>
  );
}

const Item = memo(function Item({ stop, here }: { stop: Stop; here: boolean }) {
  return (
    <li aria-current={here ? 'step' : undefined}>{`${stop.at} ms. ${[stop.sentence, ...stop.notes].join(' ')}`}</li>
  );
});
