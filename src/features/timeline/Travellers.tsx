import { memo, useMemo, useRef } from 'react';
import type { Run } from '@/explain';
import { Envelope } from './glyphs';
import type { Geometry } from './geometry';
import { FULL_CHANNELS } from './measures';
import { Sheet } from './Sheet';
import type { Sight } from './sight';
import { roadOf, travellerAt } from './travel';
import { useEachMove } from './use-each-move';

const LOADS = ['actual', 'preflight', 'opaque'] as const;

interface Props {
  run: Run;
  geometry: Geometry;
  sight: Sight;
}

/** The envelopes under way: one for each request, drawn with what it carries at the moment. */
export const Travellers = memo(function Travellers({ run, geometry, sight }: Props) {
  const group = useRef<SVGGElement>(null);
  const roads = useMemo(() => run.tracks.map((track) => roadOf(track, run, geometry)), [run, geometry]);
  const ends = useMemo(
    () =>
      run.tracks.map((track) => (track.settledAt === null ? Infinity : (geometry.stops[track.settledAt] ?? Infinity))),
    [run, geometry],
  );
  useEachMove(geometry, (x) => {
    roads.forEach((road, index) => {
      const element = group.current?.children[index];
      if (!element) return;
      const closed = run.tracks[index]?.closedAt != null;
      const traveller = travellerAt(road, x);
      const gone = traveller === null || (x >= ends[index]! && !closed);
      set(element, 'visibility', gone ? 'hidden' : 'visible');
      if (gone) return;
      set(element, 'transform', `translate(${traveller.x.toFixed(2)} ${traveller.y.toFixed(2)})`);
      set(element, 'data-load', traveller.load);
    });
  });
  const small = run.rows > FULL_CHANNELS ? { w: 13, h: 9 } : {};
  return (
    <Sheet sight={sight} height={geometry.height} className="moving">
      <g ref={group}>
        {run.tracks.map((track) => (
          <g key={track.request} className="traveller" visibility="hidden">
            {LOADS.map((load) => (
              <Envelope key={load} x={0} y={0} load={load} {...small} />
            ))}
          </g>
        ))}
      </g>
    </Sheet>
  );
});

/** Most travellers stand still at most moments: what does not change is not written. */
function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
