import { memo, useMemo } from 'react';
import type { Run } from '@/explain';
import { useScore } from '@/stores/score';
import { Icon } from '@/ui/Icon';
import type { Geometry } from '../geometry';
import { nameAt, type Named, namesIn } from './names';

/** Beside each of several channels, the request that has it at the playhead. Of thin ones, a press gives the channel words. */
export function RowNames({ run, geometry, here }: { run: Run; geometry: Geometry; here: number }) {
  const { channels, ruler } = geometry;
  const choice = channels.some(({ full }) => !full);
  const rows = useMemo(() => channels.map((_, row) => namesIn(run, geometry, row)), [run, geometry, channels]);
  return channels.map((channel, row) => {
    const named = nameAt(rows[row]!, run, here);
    if (!named) return null;
    const settled = named.track.settledAt !== null && named.track.settledAt <= here;
    const props = { ...named, top: channel.y - ruler - 11, full: channel.full, settled };
    return choice ? <RowChoice key={row} {...props} /> : <RowName key={row} {...props} />;
  });
}

interface Props extends Named {
  top: number;
  full: boolean;
  settled: boolean;
}

/** Rendered when its own request goes on, not at every stop of the others. */
const RowName = memo(function RowName(props: Props) {
  return (
    <div className="row-name" style={{ top: props.top }} title={titleOf(props)}>
      <NameAndVerdict {...props} />
    </div>
  );
});

const RowChoice = memo(function RowChoice(props: Props) {
  const { track, top, full } = props;
  return (
    <button
      type="button"
      className={`row-name${full ? ' full' : ''}`}
      style={{ top }}
      aria-current={full || undefined}
      title={titleOf(props)}
      onClick={() => useScore.getState().focusOn(track.request)}
    >
      <NameAndVerdict {...props} />
    </button>
  );
});

function NameAndVerdict({ track: { verdict }, name, settled }: Props) {
  return (
    <>
      <span>{name}</span>
      {settled && verdict && (
        <>
          <Icon shape={verdict} />
          <span className="sr-only">{verdict}</span>
        </>
      )}
    </>
  );
}

const titleOf = ({ track: { method, url } }: Props) => `${method} ${url}`;
