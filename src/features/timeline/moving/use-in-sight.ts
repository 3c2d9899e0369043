import { type RefObject, useEffect, useRef } from 'react';
import { usePlayhead } from '@/stores/playhead';
import { takesAllKeys } from '../use-keys';

/** CSS pixels between a callout and what covers the page below it. */
const AIR = 8;
/** From the upper edge of the window to the gate, at least: its name and number stand above it. */
const GATE = 64;

/**
 * Scrolls the page to a callout that a step brings, where the window is too small for the picture, as far as the gate that it
 * speaks of stays in sight. Nothing moves under somebody who types; nor while it plays, but on a phone, where all callouts
 * have one place and the first of them brings it.
 */
export function useInSight(here: number): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  // After the picture has scrolled by itself.
  useEffect(() => {
    if (!box.current || takesAllKeys(document.activeElement)) return;
    const keys = keysOver(box.current);
    if (usePlayhead.getState().playing && !keys) return;
    const { bottom } = box.current.getBoundingClientRect();
    const gate = document.querySelector('.timeline .is-here')?.getBoundingClientRect().top ?? GATE;
    const by = Math.min(bottom + AIR - (keys?.getBoundingClientRect().top ?? innerHeight), gate - GATE);
    if (by > 0) scrollBy({ top: by, behavior: 'instant' });
  }, [here]);
  return box;
}

/** On a phone the keys stand over the page, at its foot. */
function keysOver(box: Element): Element | null {
  const keys = box.closest('.timeline')?.querySelector('.transport');
  return keys && getComputedStyle(keys).position === 'sticky' ? keys : null;
}
