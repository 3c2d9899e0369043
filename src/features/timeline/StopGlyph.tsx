import { memo } from 'react';
import type { Stop } from '@/explain';
import { Badge, Line } from './glyphs';
import type { ChannelGeometry, Size } from './geometry';

interface Props {
  stop: Stop;
  x: number;
  channel: ChannelGeometry;
  size: Size;
  /** Channels are many: marks without words. */
  thin: boolean;
  /** It has happened. */
  known: boolean;
  /** The playhead stands here. */
  here: boolean;
}

/** A way or a gate in its channel. Its place is there from the start; what it found, once it is known. */
export const StopGlyph = memo(function StopGlyph(props: Props) {
  if (props.stop.kind === 'way') return <Way {...props} />;
  if (props.stop.kind === 'gate') return <Gate {...props} />;
  if (props.stop.kind === 'lost' && props.known) return <Lost {...props} />;
  return null;
});

function Lost({ x, channel, thin }: Props) {
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

function Way({ stop, x, channel, size, thin, known, here }: Props) {
  const r = thin ? 5 : 8;
  const state = known ? '' : ' ahead';
  return (
    <g className={here ? 'is-here' : undefined}>
      <path className={`way${state}`} d={`M${x} ${channel.y - r}l${r} ${r}-${r} ${r}-${r} -${r}z`} />
      {!thin && <Label stop={stop} x={x} y={channel.top - 9} size={size} known={known} here={here} />}
      {!thin && known && (
        <text x={x} y={channel.bottom + 17} className="fig12 strong finding" textAnchor="middle">
          {stop.word}
        </text>
      )}
    </g>
  );
}

function Gate({ stop, x, channel, size, thin, known, here }: Props) {
  const closed = known && stop.verdict === 'fail';
  const half = thin ? 3.5 : closed ? 7 : 5.5;
  const height = channel.bottom - channel.top;
  const lift = thin ? 5 : height;
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
      {!thin && <Label stop={stop} x={x} y={roof - 8} size={size} known={known} here={here} />}
      {!thin && known && <Finding stop={stop} x={x} y={channel.bottom + 14} />}
    </g>
  );
}

function Finding({ stop, x, y }: { stop: Stop; x: number; y: number }) {
  const failed = stop.verdict === 'fail';
  return (
    <g className="finding">
      <Badge x={x} y={y} tone={failed ? 'blocked' : 'allowed'} />
      <text x={x} y={y + 20} className={`fig12 ${failed ? 'ink-blocked strong' : 'ink-allowed'}`} textAnchor="middle">
        {stop.word}
      </text>
    </g>
  );
}

function Label({
  stop,
  x,
  y,
  size,
  known,
  here,
}: {
  stop: Stop;
  x: number;
  y: number;
  size: Size;
  known: boolean;
  here: boolean;
}) {
  const bad = known && stop.verdict === 'fail';
  const name = `fig12 ${bad ? 'ink-blocked strong' : here ? 'strong' : ''} ${known ? '' : 'ahead'}`;
  return (
    <>
      <text x={x} y={y - 14} className={`num ${bad ? 'ink-blocked strong' : ''}`} textAnchor="middle">
        {stop.number}
      </text>
      {(size !== 'S' || here) && (
        <text x={x} y={y} className={name} textAnchor="middle">
          {stop.name}
        </text>
      )}
    </>
  );
}
