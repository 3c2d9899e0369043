import type { Track } from '@/explain';
import { Badge } from './glyphs';
import type { Geometry } from './geometry';
import { outcomeWord } from './outcome-word';

/** What the code got: its place is there from the start. */
export function Outcome({
  track,
  x,
  geometry,
  known,
  room,
  from,
}: {
  track: Track;
  x: number;
  /** Where the words of the call end. */
  from: number;
  geometry: Geometry;
  known: boolean;
  /** Of several requests: up to what comes next on the page's stave. */
  room: number | null;
}) {
  const { pageY, size } = geometry;
  const tone = track.verdict ?? 'failed';
  if (!known) return <rect x={x - 6} y={pageY - 6} width={12} height={12} className="way ahead" />;
  const got = track.got;
  const rejected = tone === 'blocked' || tone === 'failed';
  const words = outcomeWord(track);
  const wide = words.length * 7.3;
  const roomLeft = x + 8 - wide > from;
  // Beside the call's words, or before them where the picture ends.
  const left = Math.min(Math.max(x - 8, from + 6), geometry.width - wide - 4);
  const brief = room !== null;
  if (size === 'S' || brief) {
    return (
      <g>
        <Badge x={x} y={pageY} tone={tone} r={7} />
        {brief && size !== 'S' && wide + 16 <= room && (
          <text x={x + 10} y={pageY - 9} className={`fig12 code strong ink-${tone}`}>
            {words}
          </text>
        )}
        {size === 'S' && !brief && (
          <text
            x={roomLeft ? x + 8 : left}
            y={pageY - 11}
            className={`fig12 code strong ink-${tone}`}
            textAnchor={roomLeft ? 'end' : 'start'}
          >
            {words}
          </text>
        )}
      </g>
    );
  }
  return (
    <g>
      <Badge x={x} y={pageY} tone={tone} r={7} />
      {rejected ? (
        <text x={x + 13} y={pageY + 18} className={`fig12 code strong ink-${tone}`}>
          {got ? `${got.name}: ${got.detail}` : ''}
        </text>
      ) : (
        <>
          <text x={x + 13} y={pageY + 20} className="fig12 code strong">
            {got?.name}
          </text>
          <text x={x + 13} y={pageY + 35} className={`fig12 ink-${tone}`}>
            {got?.detail}
          </text>
        </>
      )}
    </g>
  );
}
