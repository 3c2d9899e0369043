import type { PointerEvent } from 'react';

/** Handlers for an element on which a pressed pointer is followed. `at`: called with its x in the element. */
export function dragging(at: (x: number) => void) {
  const follow = ({ type, pointerId, clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    if (type === 'pointerdown') currentTarget.setPointerCapture(pointerId);
    else if (!currentTarget.hasPointerCapture(pointerId)) return;
    at(clientX - currentTarget.getBoundingClientRect().left);
  };
  return { onPointerDown: follow, onPointerMove: follow };
}
