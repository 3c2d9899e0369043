import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Carries an element right or left, from one x to another, as many pixels as are asked for; made for every frame. It is a
 * paused animation, one pixel a millisecond, whose clock is set: where a transform is written anew, Chromium (156) sorts
 * the layers of the whole page anew.
 */
export function useGlide(element: RefObject<Element | null>, from: number, to: number): (moved: number) => void {
  const glide = useRef<Animation>(null);
  useLayoutEffect(() => {
    const way = [from, to].map((x) => ({ transform: `translateX(${x}px)` }));
    const animation = element.current?.animate(way, { duration: Math.max(1, Math.abs(to - from)), fill: 'both' });
    animation?.pause();
    glide.current = animation ?? null;
    return () => {
      glide.current = null;
      animation?.cancel();
    };
  }, [element, from, to]);
  return useCallback((moved) => {
    if (glide.current) glide.current.currentTime = moved;
  }, []);
}
