import { memo, useMemo, useRef } from 'react';
import type { Run } from '@/explain';
import type { Geometry } from '../geometry';
import { silentOf } from '../plan';
import { Sheet } from '../Sheet';
import type { Sight } from '../sight';
import { HIGH_ENVELOPE, type Load, roadOf, THIN_ENVELOPE, travellerAt } from './travel';
import { useEachMove } from '../use-each-move';

const LOADS = ['actual', 'preflight', 'opaque'] as const satisfies readonly Load[];

interface Props {
  run: Run;
  geometry: Geometry;
  sight: Sight;
}

/**
 * The envelopes under way, one for each request, drawn with what it carries at the moment. All that carry the same are
 * one path: many elements that move each by itself cost the browser far more.
 */
export const Travellers = memo(function Travellers({ run, geometry, sight }: Props) {
  const paths = useRef<Partial<Record<Load, SVGPathElement | null>>>({});
  const drawn = useRef<Partial<Record<Load, string>>>({});
  const travelling = useMemo(() => travellingIn(run, geometry), [run, geometry]);
  useEachMove(geometry, (x) => {
    const shapes: Record<Load, string> = { actual: '', preflight: '', opaque: '' };
    for (const { road, end, full } of travelling) {
      const traveller = x < end ? travellerAt(road, x) : null;
      const { w, h } = full ? HIGH_ENVELOPE : THIN_ENVELOPE;
      if (traveller) shapes[traveller.load] += envelope(traveller.x, traveller.y, w, h, traveller.load);
    }
    for (const load of LOADS) {
      if (drawn.current[load] === shapes[load]) continue;
      drawn.current[load] = shapes[load];
      paths.current[load]?.setAttribute('d', shapes[load]);
    }
  });
  return (
    <Sheet sight={sight} height={geometry.height} className="moving">
      {LOADS.map((load) => (
        <path key={load} className={`travelling ${load}`} ref={(path) => void (paths.current[load] = path)} />
      ))}
    </Sheet>
  );
});

/** Every road that is drawn, and where its traveller is handed over. */
function travellingIn(run: Run, geometry: Geometry) {
  const { stops, plan, channels } = geometry;
  const silent = silentOf(plan);
  return run.tracks
    .filter((track) => !silent.has(track.request))
    .map((track) => ({
      road: roadOf(track, run, geometry),
      end: track.settledAt === null || track.closedAt !== null ? Infinity : (stops[track.settledAt] ?? Infinity),
      full: channels[plan.rowOf.get(track.request) ?? 0]?.full ?? true,
    }));
}

/** A flap means that it can be opened; an opaque answer is sealed: hatched, no flap. */
function envelope(x: number, y: number, w: number, h: number, load: Load): string {
  const [left, top] = [(x - w / 2).toFixed(1), (y - h / 2).toFixed(1)];
  const frame = `M${left} ${top}h${w}v${h}h${-w}z`;
  if (load !== 'opaque') return `${frame}l${w / 2} ${h * 0.58} ${w / 2} ${-h * 0.58}`;
  const [a, b] = [w * 0.3, w * 0.62];
  return `${frame}M${left} ${top}m0 ${h}l${a} ${-h}m${b - a} 0l${-a} ${h}m${w - b} 0l${a} ${-h}`;
}
