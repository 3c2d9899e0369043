import type { RefObject } from 'react';
import type { Run } from '@/explain';
import type { Geometry } from '../geometry';
import { MANY_REQUESTS } from '../plan';
import { ExportMenu } from './ExportMenu';
import { FoldButton } from './FoldButton';
import { KeysHelp } from './KeysHelp';
import { LoopButton } from './LoopButton';
import { Menu } from './Menu';
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

/**
 * What helps to look at a run, beside the scrubber, with its keys and gestures. Comes after the picture. Where there is
 * room, what More holds stands open in the same row: the styles decide.
 */
export function Tools({ run, geometry, here, view }: Props) {
  const zoom = useZoom(run, geometry, view);
  useToolKeys(run, geometry, zoom);
  if (run.stops.length === 0) return null;
  return (
    <>
      <ToGate run={run} here={here} />
      <ZoomButtons zoom={zoom} />
      <Menu label="More" className="more">
        {() => (
          <>
            <LoopButton run={run} here={here} />
            {run.tracks.length >= MANY_REQUESTS && <FoldButton />}
            <SpeedMenu />
            <ExportMenu run={run} plan={geometry.plan} />
            <KeysHelp />
          </>
        )}
      </Menu>
    </>
  );
}
