import type { Stop } from '@/explain';
import { Badge, Line } from '../glyphs';
import type { ChannelGeometry } from '../geometry';
import './fold.css';

interface Props {
  stops: readonly Stop[];
  x: number;
  channel: ChannelGeometry;
  known: boolean;
  /** Its words would stand where others do. */
  quiet: boolean;
  onUnfold: () => void;
}

/** Stops with the same result, drawn as one. A press goes to the first of them, which unfolds. */
export function FoldGlyph({ stops, x, channel, known, quiet, onUnfold }: Props) {
  const ways = stops[0]?.kind === 'way';
  const range = `${stops[0]?.number}–${stops.at(-1)?.number}`;
  const height = channel.bottom - channel.top;
  const roof = channel.top - height + 2;
  const state = known ? '' : ' ahead';
  return (
    <g className="fold" onClick={onUnfold}>
      <rect className="hit" x={x - 20} y={roof - 33} width={40} height={channel.bottom - roof + 69} />
      <text x={x} y={ways ? channel.top - 9 : roof - 8} className="num" textAnchor="middle">
        {range}
      </text>
      {ways ? (
        [6, 0, -6].map((dx) => (
          <path key={dx} className={`way${state}`} d={`M${x + dx} ${channel.y - 8}l8 8-8 8-8 -8z`} />
        ))
      ) : (
        <>
          {[-6, 0, 6].map((dx) => (
            <g key={dx}>
              {[x + dx - 3, x + dx + 3].map((edge) => (
                <Line key={edge} from={[edge, roof]} to={[edge, channel.bottom]} className={`post${state}`} />
              ))}
              {known && <rect className="blade open" x={x + dx - 2} y={roof + 2} width={4} height={height - 3} />}
            </g>
          ))}
          <Line from={[x - 12, roof]} to={[x + 12, roof]} className={`post${state}`} />
        </>
      )}
      {known && ways && !quiet && (
        <text x={x} y={channel.bottom + 17} className="fig12 strong" textAnchor="middle">
          {summary(stops)}
        </text>
      )}
      {known && !ways && (
        <>
          <Badge x={x} y={channel.bottom + 14} tone="allowed" />
          {!quiet && (
            <text x={x} y={channel.bottom + 34} className="fig12 ink-allowed" textAnchor="middle">
              {stops.length} open
            </text>
          )}
        </>
      )}
    </g>
  );
}

function summary(stops: readonly Stop[]): string {
  const answer = (step: Stop['step']) => stops.find((stop) => stop.step === step)?.answer;
  if (answer('cross-origin') === 'no') return 'same origin';
  if (answer('cache-lookup') === 'yes') return 'asked before';
  if (answer('preflight-needed') === 'yes') return 'ask first';
  if (answer('preflight-needed') === 'no') return 'ask directly';
  return 'decided';
}
