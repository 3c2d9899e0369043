import { Suspense } from 'react';
import type { Run } from '@/explain';
import { type Geometry, nameY } from './geometry';
import { detailOf } from './lane-detail';
import { RowNames } from './parts';
import './lane-names.css';

/** The staves' names, on paper, over everything to the left; they stay while the picture scrolls. */
export function LaneNames({ run, geometry, here }: { run: Run; geometry: Geometry; here: number }) {
  const { left, ruler, height, size, channels, servers } = geometry;
  const several = channels.length > 1;
  const brief = size === 'S' || left < 100;
  return (
    <div
      className="lane-names"
      style={{ width: size === 'S' ? left - 1 : left - 6, top: ruler + 1, height: height - ruler - 1 }}
    >
      {run.lanes.map((lane, index) => (
        <p key={lane.id} aria-hidden="true" style={{ top: nameY(geometry, lane, index) - ruler - 1 }}>
          <b>{brief && servers.length > 1 && lane.kind === 'server' ? `Server ${index - 1}` : lane.name}</b>
          {!brief && !(several && lane.kind === 'browser') && <span>{detailOf(lane, geometry)}</span>}
        </p>
      ))}
      {several && (
        <Suspense>
          <RowNames run={run} geometry={geometry} here={here} />
        </Suspense>
      )}
    </div>
  );
}
