import { memo, Suspense } from 'react';
import type { Run } from '@/explain';
import { useScore } from '@/stores/score';
import type { Geometry } from './geometry';
import { Ink } from './Ink';
import { Messages } from './Messages';
import { PlayheadKnob, PlayheadLine } from './Playhead';
import { Breaks, RestWords, Travellers } from './parts';
import { Ruler } from './Ruler';
import { SealedPattern } from './SealedPattern';
import { Sheet } from './Sheet';
import type { Sight } from './sight';
import { Staves } from './Staves';
import { Stops } from './Stops';
import { Words } from './Words';
import './score.css';
import './drawn.css';

interface Props {
  run: Run;
  geometry: Geometry;
  sight: Sight;
  here: number;
}

/**
 * The picture: pencil below, ink above it up to the playhead, then what moves, and over it what is decided and written: no
 * envelope hides a gate. Rendered once a stop, not once a frame.
 */
export const Score = memo(function Score({ run, geometry, sight, here }: Props) {
  return (
    <>
      <Pencil run={run} geometry={geometry} sight={sight} />
      <Ink geometry={geometry} sight={sight}>
        <Drawn run={run} geometry={geometry} sight={sight} />
      </Ink>
      <PlayheadLine geometry={geometry} />
      <Suspense>
        <Travellers run={run} geometry={geometry} sight={sight} />
      </Suspense>
      <Sheet sight={sight} height={geometry.height}>
        <SealedPattern />
        {geometry.flows.some((flow) => flow.broken) && (
          <Suspense>
            <Breaks geometry={geometry} />
          </Suspense>
        )}
        <Stops run={run} geometry={geometry} sight={sight} here={here} />
        {geometry.rests.length > 0 && (
          <Suspense>
            <RestWords run={run} geometry={geometry} sight={sight} here={here} onUnfold={useScore.getState().unfold} />
          </Suspense>
        )}
        <Words run={run} geometry={geometry} sight={sight} here={here} />
      </Sheet>
      <div className="ruler" style={{ height: geometry.ruler + 1 }}>
        <Sheet sight={sight} height={geometry.ruler + 1}>
          <Ruler
            geometry={geometry}
            sight={sight}
            now={run.stops[here]?.at ?? 0}
            playhead={geometry.stops[here] ?? 0}
          />
        </Sheet>
        <PlayheadKnob geometry={geometry} />
      </div>
    </>
  );
});

type Still = Omit<Props, 'here'>;

const Pencil = memo(function Pencil(props: Still) {
  return (
    <Sheet sight={props.sight} height={props.geometry.height}>
      <Staves {...props} ink={false} />
      <Messages {...props} ink={false} />
    </Sheet>
  );
});

const Drawn = memo(function Drawn(props: Still) {
  return (
    <Sheet sight={props.sight} height={props.geometry.height}>
      <Staves {...props} ink />
      <Messages {...props} ink />
    </Sheet>
  );
});
