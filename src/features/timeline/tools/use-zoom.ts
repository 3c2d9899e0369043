import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Run } from '@/explain';
import type { Geometry } from '../geometry';
import { Zoom } from './zoom';

export function useZoom(run: Run, geometry: Geometry, view: RefObject<HTMLDivElement | null>): Zoom {
  const [zoom] = useState(() => new Zoom());
  useLayoutEffect(() => zoom.laidOut(run, geometry, view.current), [zoom, run, geometry, view]);
  useGestures(view, zoom);
  return zoom;
}

/** Pinching, on a trackpad (browsers report it as a turned wheel with Ctrl) and with two fingers; Ctrl and the wheel. */
function useGestures(view: RefObject<HTMLElement | null>, zoom: Zoom): void {
  useEffect(() => {
    const element = view.current;
    if (!element) return;
    const place = (clientX: number) => clientX - element.getBoundingClientRect().left;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const turn = Math.max(-60, Math.min(60, event.deltaMode === 0 ? event.deltaY : event.deltaY * 20));
      zoom.around(Math.exp(-turn / 150), place(event.clientX));
    };
    let apart = 0;
    const onTouch = (event: TouchEvent) => {
      const [one, other] = event.touches;
      if (!one || !other) return void (apart = 0);
      event.preventDefault();
      const now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      if (apart > 0 && event.type === 'touchmove') zoom.around(now / apart, place((one.clientX + other.clientX) / 2));
      apart = now;
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('touchstart', onTouch, { passive: false });
    element.addEventListener('touchmove', onTouch, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('touchstart', onTouch);
      element.removeEventListener('touchmove', onTouch);
    };
  }, [view, zoom]);
}
