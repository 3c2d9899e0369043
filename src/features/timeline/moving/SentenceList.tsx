import { memo, useLayoutEffect, useRef } from 'react';
import type { Run } from '@/explain';
import { sentencesOf } from '../sentences';

/** The same run as an ordered list of sentences: all of the picture, for those who do not see it, and to be read where nothing is to move. */
export function SentenceList({ run, here }: { run: Run; here: number }) {
  const list = useRef<HTMLOListElement>(null);
  // As the style sheet has it: then it is seen, and scrolls.
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  useLayoutEffect(() => {
    const item = list.current?.children[here];
    item?.setAttribute('aria-current', 'step');
    if (isStill && item && list.current) keepInSight(item, list.current);
    return () => item?.removeAttribute('aria-current');
  }, [run, here, isStill]);
  return (
    <ol ref={list} className="sentences" aria-label="The run, step by step" {...(isStill && SCROLLED)}>
      <Sentences run={run} />
    </ol>
  );
}

/** Only the list scrolls, not the page. */
function keepInSight(item: Element, list: Element): void {
  const [inner, outer] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top + AIR;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom + AIR;
}
const AIR = 3;

/** What scrolls is reached by keyboard too. */
const SCROLLED = { tabIndex: 0 };

/** A run may have hundreds: written once, only the current one is marked as the playhead moves. */
const Sentences = memo(function Sentences({ run }: { run: Run }) {
  return sentencesOf(run).map((sentence, index) => <li key={index}>{sentence}</li>);
});
