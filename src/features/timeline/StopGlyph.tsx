import { memo } from 'react';
import type { Stop } from '@/explain';
import { Badge, Line } from './glyphs';
import { type ChannelGeometry, ROOM_FOR_MARK, ROOM_FOR_WORDS, type Size } from './geometry';

interface Props {
  stop: Stop;
  /** How many equal stops the mark stands for. */
  count: number;
  x: number;
  channel: ChannelGeometry;
  /** Width that is free for it. */
  room: number;
  size: Size;
  /** It has happened. */
  known: boolean;
  /** Its words would stand where others do. */
  quiet: boolean;
  /** The playhead stands here. */
  here: boolean;
}

/** A way or a gate in its channel. Its place is there from the start; what it found, once it is known. */
export const StopGlyph = memo(function StopGlyph(props: Props) {
  const { stop, known, room } = props;
  const worthIt = room >= ROOM_FOR_MARK || (known && stop.verdict === 'fail');
  if (stop.kind === 'way' && worthIt) return <Way {...props} />;
  if (stop.kind === 'gate' && worthIt) return <Gate {...props} />;
  if (stop.kind === 'lost' && known) return <Lost {...props} />;
  return null;
});

/** In a thin channel, or zoomed out, a mark has no words. */
const isThin = ({ channel, room, size }: Props) => !channel.full || (size !== 'S' && room < ROOM_FOR_WORDS);

function Lost(props: Props) {
  const { x, channel } = props;
  const thin = isThin(props);
  return (
    <g className="finding">
      <Badge x={x} y={thin ? channel.y : channel.bottom + 14} tone="failed" r={thin ? 4 : 6} />
      {!thin && (
        <text x={x} y={channel.bottom + 35} className="fig12 ink-failed strong" textAnchor="middle">
          no answer
        </text>
      )}
    </g>
  );
}

function Way(props: Props) {
  const { stop, count, x, channel, known, quiet, here } = props;
  const thin = isThin(props);
  const r = thin ? 5 : 8;
  const state = known ? '' : ' ahead';
  return (
    <g className={here ? 'is-here' : undefined}>
      <path className={`way${state}`} d={`M${x} ${channel.y - r}l${r} ${r}-${r} ${r}-${r} -${r}z`} />
      {!thin && <Label {...props} y={channel.top - 9} />}
      {!thin && known && !quiet && (
        <text x={x} y={channel.bottom + 17} className="fig12 strong finding" textAnchor="middle">
          {times(count)}
          {stop.word}
        </text>
      )}
    </g>
  );
}

function Gate(props: Props) {
  const { stop, x, channel, known, here } = props;
  const thin = isThin(props);
  const closed = known && stop.verdict === 'fail';
  const half = thin ? 3.5 : closed ? 7 : 5.5;
  const height = channel.bottom - channel.top;
  const lift = channel.full ? height : 5;
  const roof = channel.top - lift + 2;
  const state = known ? '' : ' ahead';
  return (
    <g className={here ? 'is-here' : undefined}>
      {[x - half, x + half].map((edge) => (
        <Line key={edge} from={[edge, roof]} to={[edge, channel.bottom]} className={`post${state}`} />
      ))}
      <Line from={[x - half - 3, roof]} to={[x + half + 3, roof]} className={`post${state}`} />
      {known && (
        <rect
          className={`blade ${closed ? 'closed' : 'open'}`}
          x={x - half + 1.4}
          y={closed ? channel.top : roof + 2}
          width={2 * half - 2.8}
          height={closed ? height : lift - 3}
        />
      )}
      {!thin && <Label {...props} y={roof - 8} />}
      {!thin && known && <Finding {...props} y={channel.bottom + 14} />}
    </g>
  );
}

function Finding({ stop, count, x, y, quiet }: Props & { y: number }) {
  const failed = stop.verdict === 'fail';
  return (
    <g className="finding">
      <Badge x={x} y={y} tone={failed ? 'blocked' : 'allowed'} />
      {!quiet && (
        <text x={x} y={y + 20} className={`fig12 ${failed ? 'ink-blocked strong' : 'ink-allowed'}`} textAnchor="middle">
          {times(count)}
          {stop.word}
        </text>
      )}
    </g>
  );
}

function Label({ stop, count, x, y, size, known, here }: Props & { y: number }) {
  const bad = known && stop.verdict === 'fail';
  const name = `fig12 ${bad ? 'ink-blocked strong' : here ? 'strong' : ''} ${known ? '' : 'ahead'}`;
  return (
    <>
      <text x={x} y={y - 14} className={`num ${bad ? 'ink-blocked strong' : ''}`} textAnchor="middle">
        {count > 1 ? `${stop.number}…` : stop.number}
      </text>
      {(size !== 'S' || here) && (
        <text x={x} y={y} className={name} textAnchor="middle">
          {stop.name}
        </text>
      )}
    </>
  );
}

const times = (count: number) => (count > 1 ? `${count}× ` : '');
