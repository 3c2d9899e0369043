import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import { findTerm } from '@/lessons/glossary';
import { Definition } from './Definition';

/** Between the word and its sheet, between the sheet and the window's edge, and the sheet's width: CSS pixels. */
const GAP = 6;
const MARGIN = 16;
const WIDTH = 420;
/** Below this much room under the word, the sheet stands above it, if there is more. */
const ENOUGH = 220;

/** A word with its definition: a sheet that opens beside it on demand, and closes with Escape and where the page scrolls. */
export function Term({ id, children }: { id: string; children: ReactNode }) {
  const name = useId();
  const word = useRef<HTMLButtonElement>(null);
  const entry = findTerm(id);
  if (!entry) return children;
  const onBeforeToggle = ({ newState, currentTarget }: ToggleEvent<HTMLElement>) => {
    if (newState !== 'open' || !word.current) return;
    place(currentTarget, word.current.getBoundingClientRect());
    addEventListener('scroll', () => currentTarget.hidePopover(), { capture: true, once: true });
  };
  return (
    <>
      <button ref={word} type="button" className="term" popoverTarget={name}>
        {children}
      </button>
      <span id={name} popover="auto" role="note" className="term-sheet" onBeforeToggle={onBeforeToggle}>
        <b>{entry.term}</b> <Definition id={id} />{' '}
        <a href={`#/glossary/${id}`} className="term-more">
          In the glossary
        </a>
      </span>
    </>
  );
}

function place({ style }: HTMLElement, word: DOMRect): void {
  const below = innerHeight - word.bottom;
  const goesBelow = below >= ENOUGH || below >= word.top;
  const left = Math.max(MARGIN, Math.min(word.left, innerWidth - WIDTH - MARGIN));
  style.inset = goesBelow
    ? `${word.bottom + GAP}px auto auto ${left}px`
    : `auto auto ${innerHeight - word.top + GAP}px ${left}px`;
  style.maxHeight = `${(goesBelow ? below : word.top) - GAP - MARGIN}px`;
}
