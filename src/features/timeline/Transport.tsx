import { memo, type ReactNode, useMemo } from 'react';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import type { Plan } from './plan';
import { Scrubber } from './Scrubber';
import { moment } from '@/narration';
import './transport.css';

/** The keys under the learner's fingers: start, back, play, forward, end; clock; scrubber; the closed gate; tools. */
export function Transport({ run, plan, here, tools }: { run: Run; plan: Plan; here: number; tools: ReactNode }) {
  const last = run.stops.length - 1;
  const widest = useMemo(() => run.stops.reduce((wide, { at }) => longer(wide, moment(at)), ''), [run]);
  return (
    <div className="transport">
      <Keys last={last} />
      <p className="clock">
        <b data-widest={widest}>
          <i>{moment(run.stops[here]?.at ?? 0)}</i>
        </b>{' '}
        <span data-widest={stopOf(last, run)}>
          <i>{stopOf(here, run)}</i>
        </span>
      </p>
      <Scrubber run={run} plan={plan} here={here} />
      {tools}
    </div>
  );
}

const Keys = memo(function Keys({ last }: { last: number }) {
  const { seek, step } = usePlayhead.getState();
  return (
    <div className="keys">
      <Key label="To the start" onPress={() => seek(0)}>
        <path d="M3.5 3v10M12.5 3.5 6 8l6.5 4.5z" />
      </Key>
      <Key label="Step back" onPress={() => step(-1)}>
        <path d="M10.5 3 5.5 8l5 5" />
      </Key>
      <PlayKey />
      <Key label="Step forward" onPress={() => step(1)}>
        <path d="M5.5 3l5 5-5 5" />
      </Key>
      <Key label="To the end" onPress={() => seek(last)}>
        <path d="M12.5 3v10M3.5 3.5 10 8l-6.5 4.5z" />
      </Key>
    </div>
  );
});

const longer = (a: string, b: string) => (b.length > a.length ? b : a);

function stopOf(here: number, { stops }: Run): string {
  return stops.length === 0 ? 'no stops' : `stop ${here + 1} of ${stops.length}`;
}

function Key({
  label,
  onPress,
  solid,
  children,
}: {
  label: string;
  onPress: () => void;
  solid?: boolean;
  children: ReactNode;
}) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress} className={solid ? 'solid' : undefined}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}

function PlayKey() {
  const playing = usePlayhead((state) => state.playing);
  const { play, pause } = usePlayhead.getState();
  return (
    <Key label={playing ? 'Pause' : 'Play'} onPress={playing ? pause : play} solid>
      <path d={playing ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2.5 13 8l-9 5.5z'} />
    </Key>
  );
}
