import { memo } from 'react';
import type { Stop } from '@/explain';
import { BEFORE_TRAVELLER, type RoomBeside } from './beside';
import { Badge, Line } from './glyphs';
import { type ChannelGeometry, ROOM_FOR_MARK, ROOM_FOR_WORDS, type Size } from './geometry';

/** In a thin channel, from words to the middle of the next mark. */
const BEFORE_MARK = 8;
/** Width of a character in a thin channel. */
const CHARACTER = 6;

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
  beside: RoomBeside;
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

/** In a thin channel, or zoomed out, a mark has no words above and below it. */
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
      {thin ? <Beside {...props} half={r} /> : <Label {...props} y={channel.top - 9} />}
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
      {thin ? <Beside {...props} half={half} /> : <Label {...props} y={roof - 8} />}
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

/** In a thin channel what is known stands in it, behind the mark or before it, as much as there is room for. */
function Beside({ stop, count, x, channel, known, beside, half }: Props & { half: number }) {
  if (channel.full) return null;
  const found = `${times(count)}${stop.word}`;
  const texts = known
    ? [`${stop.name}${stop.name.endsWith('?') ? '' : ':'} ${found}`, `${stop.number} ${found}`, `${stop.number}`]
    : [`${stop.number}`];
  const width = (text: string) => text.length * CHARACTER;
  const isAfter = (text: string) => width(text) <= beside.after - half - 3 - BEFORE_MARK;
  const text = texts.find((words) => isAfter(words) || width(words) <= beside.before - BEFORE_TRAVELLER - 6);
  if (text === undefined) return null;
  const tone = !known
    ? 'ahead'
    : stop.kind === 'way'
      ? ''
      : stop.verdict === 'fail'
        ? 'ink-blocked strong'
        : 'ink-allowed';
  return (
    <text
      x={isAfter(text) ? x + half + 3 : x - BEFORE_TRAVELLER}
      y={channel.y + 4}
      className={`fig ${tone}`}
      textAnchor={isAfter(text) ? 'start' : 'end'}
    >
      {text}
    </text>
  );
}

const times = (count: number) => (count > 1 ? `${count}× ` : '');
