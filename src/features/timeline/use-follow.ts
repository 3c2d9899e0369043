import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Run } from '@/explain';
import { hasCallout } from './callouts';
import type { Geometry } from './geometry';
import { useEachMove } from './use-each-move';

/** Milliseconds until paper that was just made wider can be scrolled that far, in Chromium: it is laid out by itself. */
const PAPER_GROWS = 50;
const TRIES = 20;

/** Keeps the playhead in sight of a picture on paper wider than its window. `room`: what must stay visible right of it. */
export function useFollow(view: RefObject<HTMLElement | null>, geometry: Geometry, paper: number, room: number): void {
  const scrolled = useRef(0);
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLayoutEffect(() => {
    const element = view.current;
    // Asked of the element at every frame, it would have to lay out what has just been moved.
    const look = () => (scrolled.current = element?.scrollLeft ?? 0);
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [view]);
  // Paper of another width, or only now there, may not stand where it was last told to.
  useLayoutEffect(() => {
    scrolled.current = view.current?.scrollLeft ?? 0;
  }, [view, geometry, paper]);
  useLayoutEffect(() => () => clearTimeout(again.current), []);
  useEachMove(geometry, (x) => {
    const element = view.current;
    // It was to show where the playhead stood before.
    clearTimeout(again.current);
    if (!element || paper <= geometry.view) return;
    const left = scrolled.current;
    const from = left + geometry.left + 24;
    const to = left + geometry.view - room;
    if (x >= from && x <= to) return;
    const target = x < from ? x - geometry.left - geometry.view * 0.2 : x - geometry.view + room;
    const scroll = (tries: number) => {
      element.scrollTo({ left: target, behavior: 'instant' });
      // Where it really went: the paper may be on its way to its width, on a busy machine for longer.
      scrolled.current = element.scrollLeft;
      const isShort = scrolled.current < Math.floor(Math.min(target, paper - geometry.view)) - 1;
      if (isShort && tries > 0) again.current = setTimeout(() => scroll(tries - 1), PAPER_GROWS);
    };
    scroll(TRIES);
  });
}

/** From a channel's middle up to its gates' numbers, down to its findings, and down to where its callout ends. */
const ABOVE = 60;
const BELOW = 40;
const CALLOUT = 170;

/** Of channels too many to show at once, keeps the one of the stop under the playhead in sight, and its callout. */
export function useFollowRow(picture: RefObject<HTMLElement | null>, run: Run, geometry: Geometry, here: number): void {
  const stop = run.stops[here];
  const row = stop?.request == null ? undefined : geometry.plan.rowOf.get(stop.request);
  const y = row === undefined ? undefined : geometry.channels[row]?.y;
  const below = geometry.size !== 'S' && hasCallout(stop) ? CALLOUT : BELOW;
  const follow = useRef<() => void>(() => undefined);
  const seen = useRef({ top: 0, height: 0 });
  useLayoutEffect(() => {
    follow.current = () => {
      const { top, height } = seen.current;
      if (y === undefined || height === 0 || geometry.height <= height + 1) return;
      const [from, to] = [Math.max(0, y - ABOVE - geometry.ruler), Math.min(geometry.height, y + below)];
      if (from >= top && to <= top + height) return;
      const target = Math.min(from, Math.max(0, to - height));
      seen.current.top = target;
      picture.current?.scrollTo({ top: target, behavior: 'instant' });
    };
    follow.current();
  }, [picture, y, below, geometry.height, geometry.ruler]);
  useLayoutEffect(() => {
    const element = picture.current;
    if (!element) return;
    // Asked of the element at every stop, it would have to lay out what has just been drawn.
    const look = () => (seen.current.top = element.scrollTop);
    const observer = new ResizeObserver(() => {
      seen.current = { top: element.scrollTop, height: element.clientHeight };
      follow.current();
    });
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [picture]);
}
