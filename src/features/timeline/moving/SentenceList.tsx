import { memo, useLayoutEffect, useRef } from 'react';
import type { Run } from '@/explain';
import { sentencesOf } from '../sentences';

/** The same run as an ordered list of sentences: all of the picture, for those who do not see it, and to be read where nothing is to move. */
export function SentenceList({ run, here }: { run: Run; here: number }) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const item = list.current?.children[here];
    item?.setAttribute('aria-current', 'step');
    if (item instanceof HTMLElement) keepInSight(item);
    return () => item?.removeAttribute('aria-current');
  }, [run, here]);
  return (
    <ol ref={list} className="sentences" aria-label="The run, step by step">
      <Sentences run={run} />
    </ol>
  );
}

/** Only the list scrolls, not the page. Where the list is not to be seen there is nothing to scroll. */
function keepInSight(item: HTMLElement): void {
  const list = item.parentElement;
  if (!list || list.clientHeight < item.offsetHeight) return;
  const top = item.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + item.offsetHeight - list.clientHeight;
}

/** A run may have hundreds: written once, only the current one is marked as the playhead moves. */
const Sentences = memo(function Sentences({ run }: { run: Run }) {
  return sentencesOf(run).map((sentence, index) => <li key={index}>{sentence}</li>);
});
