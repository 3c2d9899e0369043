import { memo, useLayoutEffect, useRef } from 'react';
import type { Run } from '@/explain';
import { sentencesOf } from '../sentences';

/** The same run as an ordered list of sentences: all of the picture, for those who do not see it. */
export function SentenceList({ run, here }: { run: Run; here: number }) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const item = list.current?.children[here];
    item?.setAttribute('aria-current', 'step');
    return () => item?.removeAttribute('aria-current');
  }, [run, here]);
  return (
    <ol ref={list} className="sentences" aria-label="The run, step by step">
      <Sentences run={run} />
    </ol>
  );
}

/** A run may have hundreds: written once, only the current one is marked as the playhead moves. */
const Sentences = memo(function Sentences({ run }: { run: Run }) {
  return sentencesOf(run).map((sentence, index) => <li key={index}>{sentence}</li>);
});
