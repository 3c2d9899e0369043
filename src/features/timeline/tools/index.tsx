import { type RefObject, useEffect } from 'react';
import type { Run } from '@/explain';
import { followHeaders } from '@/stores/marked-header';
import type { Geometry } from '../geometry';
import { MANY_REQUESTS } from '../plan';
import { ExportMenu } from './ExportMenu';
import { FoldButton } from './FoldButton';
import { KeysHelp } from './KeysHelp';
import { LoopButton } from './LoopButton';
import { MoreMenu } from './MoreMenu';
import { SpeedMenu } from './SpeedMenu';
import { ToGate } from './ToGate';
import { useToolKeys } from './use-tool-keys';
import { useZoom } from './use-zoom';
import { ZoomButtons } from './ZoomButtons';
import './tools.css';

interface Props {
  run: Run;
  geometry: Geometry;
  here: number;
  /** The window on the picture. */
  view: RefObject<HTMLDivElement | null>;
}

/** What helps to look at a run, right of the scrubber, with its keys and gestures. Comes after the picture. */
export function Tools({ run, geometry, here, view }: Props) {
  const zoom = useZoom(run, geometry, view);
  useToolKeys(run, geometry, here, zoom);
  useEffect(() => followHeaders(document), []);
  if (run.stops.length === 0) return null;
  const fold = run.tracks.length >= MANY_REQUESTS && <FoldButton />;
  const loop = <LoopButton run={run} here={here} />;
  const rest = (
    <>
      <SpeedMenu />
      <ExportMenu run={run} plan={geometry.plan} />
      <KeysHelp />
    </>
  );
  if (geometry.size === 'S') {
    return (
      <div className="tools">
        <ZoomButtons zoom={zoom} />
        <ToGate run={run} here={here} />
        <MoreMenu>
          {loop}
          {fold}
          {rest}
        </MoreMenu>
      </div>
    );
  }
  return (
    <div className="tools">
      <ToGate run={run} here={here} />
      {fold}
      {loop}
      <ZoomButtons zoom={zoom} />
      {rest}
    </div>
  );
}
