import { useMemo, useRef } from 'react';
import type { Run } from '@/explain';
import { Envelope } from './glyphs';
import type { Geometry } from './geometry';
import { roadOf, travellerAt } from './travel';
import { useEachMove } from './use-each-move';

const LOADS = ['actual', 'preflight', 'opaque'] as const;

/** The ink ends at the playhead: a clip that the playhead pulls along. */
export function InkClip({ id, geometry }: { id: string; geometry: Geometry }) {
  const rect = useRef<SVGRectElement>(null);
  useEachMove(geometry, (x) => rect.current?.setAttribute('width', String(Math.max(0, x + 0.75))));
  return (
    <clipPath id={id}>
      <rect ref={rect} x={0} y={0} width={0} height={geometry.height} />
    </clipPath>
  );
}

export function PlayheadLine({ geometry, part }: { geometry: Geometry; part: 'line' | 'knob' }) {
  const group = useRef<SVGGElement>(null);
  useEachMove(geometry, (x) => group.current?.setAttribute('transform', `translate(${x} 0)`));
  return (
    <g ref={group}>
      {part === 'line' ? (
        <line x1={0} y1={2} x2={0} y2={geometry.height} className="playhead" />
      ) : (
        <path className="knob" d="M-6 0h12v8l-6 7l-6 -7z" />
      )}
    </g>
  );
}

/** The envelopes under way: one for each request, drawn with what it carries at the moment. */
export function Travellers({ run, geometry }: { run: Run; geometry: Geometry }) {
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
      const closed = run.tracks[index]?.closedAt != null;
      const traveller = travellerAt(road, x);
      const gone = traveller === null || (x >= ends[index]! && !closed);
      element?.setAttribute('visibility', gone ? 'hidden' : 'visible');
      if (!traveller) return;
      element?.setAttribute('transform', `translate(${traveller.x} ${traveller.y})`);
      element?.setAttribute('data-load', traveller.load);
    });
  });
  return (
    <g ref={group}>
      {run.tracks.map((track) => (
        <g key={track.request} className="traveller" visibility="hidden">
          {LOADS.map((load) => (
            <Envelope key={load} x={0} y={0} load={load} {...(run.rows > 4 ? { w: 13, h: 9 } : {})} />
          ))}
        </g>
      ))}
    </g>
  );
}
