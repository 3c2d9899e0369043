import { type ReactNode, useRef } from 'react';
import type { Geometry } from './geometry';
import type { Sight } from './sight';
import { useEachMove } from './use-each-move';

/**
 * The ink ends at the playhead. A window over it is pulled along while what it shows stands still: both only move, so
 * that the browser has nothing to paint.
 */
export function Ink({ geometry, sight, children }: { geometry: Geometry; sight: Sight; children: ReactNode }) {
  const window = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLDivElement>(null);
  const width = sight.to - sight.from;
  useEachMove(geometry, (x) => {
    const hidden = width - Math.min(width, Math.max(0, Math.round(x + 0.75 - sight.from)));
    window.current?.style.setProperty('transform', `translateX(${-hidden}px)`);
    still.current?.style.setProperty('transform', `translateX(${hidden}px)`);
  });
  return (
    <div ref={window} className="ink" style={{ left: sight.from, width, height: geometry.height }}>
      <div ref={still} style={{ marginLeft: -sight.from }}>
        {children}
      </div>
    </div>
  );
}
