import { type ReactNode, useRef } from 'react';
import type { Geometry } from './geometry';
import type { Sight } from './sight';
import { useEachMove } from './use-each-move';
import { useGlide } from './use-glide';

/**
 * The ink ends at the playhead. A window over it is pulled along while what it shows stands still: both only move, so
 * that the browser has nothing to paint.
 */
export function Ink({ geometry, sight, children }: { geometry: Geometry; sight: Sight; children: ReactNode }) {
  const window = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLDivElement>(null);
  const width = sight.to - sight.from;
  const pull = useGlide(window, -width, 0);
  const hold = useGlide(still, width, 0);
  useEachMove(geometry, (x) => {
    const shown = Math.min(width, Math.max(0, Math.round(x + 0.75 - sight.from)));
    pull(shown);
    hold(shown);
  });
  return (
    <div ref={window} className="ink" style={{ left: sight.from, width, height: geometry.height }}>
      <div ref={still} style={{ marginLeft: -sight.from }}>
        {children}
      </div>
    </div>
  );
}
