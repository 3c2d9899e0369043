import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';

/** The part of the picture that is drawn, from x to x: what the window shows and some more on both sides. */
export interface Sight {
  from: number;
  to: number;
}

/** The part changes in steps of this many pixels, so that scrolling seldom draws anew. */
const STEP = 480;
/** Words reach so far beyond the place they belong to. */
const REACH = 340;

/** Which part of paper this wide to draw when it has been scrolled so far in a window this wide. Covers the window. */
export function sightAt(scrolled: number, view: number, paper: number): Sight {
  if (paper <= view) return { from: 0, to: paper };
  const from = Math.max(0, (Math.floor(scrolled / STEP) - 1) * STEP);
  return { from, to: Math.min(paper, (Math.floor(scrolled / STEP) + 2) * STEP + view) };
}

/** Whether any of what stands from x to x is drawn. */
export function inSight(sight: Sight, from: number, to = from): boolean {
  return to >= sight.from - REACH && from <= sight.to + REACH;
}

/** The part to draw, as the window is scrolled. Draws at once: a playhead that leaves the window scrolls by a whole one. */
export function useSight(window: RefObject<HTMLElement | null>, view: number, paper: number): Sight {
  const [scrolled, setScrolled] = useState(0);
  useLayoutEffect(() => {
    const element = window.current;
    if (!element) return;
    let step = -1;
    const look = () => {
      const next = Math.floor(element.scrollLeft / STEP);
      if (next === step) return;
      step = next;
      flushSync(() => setScrolled(next * STEP));
    };
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [window]);
  const { from, to } = sightAt(Math.min(scrolled, Math.max(0, paper - view)), view, paper);
  return useMemo(() => ({ from, to }), [from, to]);
}
