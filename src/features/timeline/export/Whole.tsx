import { headlineOf, plain, type Run } from '@/explain';
import { wrapped } from '@/explain/wrapped';
import { Breaks } from '../moving/Breaks';
import { type Geometry, nameY } from '../geometry';
import { detailOf } from '../lane-detail';
import { Messages } from '../Messages';
import { Envelope } from '../glyphs';
import { roadOf, THIN_ENVELOPE, travellerAt } from '../moving/travel';
import { silentOf } from '../plan';
import { namesIn } from '../many/names';
import { RestWords } from '../many/RestWords';
import { Ruler } from '../Ruler';
import { SealedPattern } from '../SealedPattern';
import { Staves } from '../Staves';
import { Stops } from '../Stops';
import { Words } from '../Words';

/** Of a line of the verdict, and width of a character of it. */
const LINE = 18;
const CHARACTER = 7;

/** The whole run in one drawing, as it stands when the playhead has reached its end. */
export function Whole({ run, geometry }: { run: Run; geometry: Geometry }) {
  const here = Math.max(0, run.stops.length - 1);
  const { width, height, end } = geometry;
  const sight = { from: 0, to: width };
  const drawing = { run, geometry, sight };
  const verdict = `${headlineOf(run.verdict)}. ${plain(run.verdict.sentence)}`;
  const lines = wrapped(verdict, (width - 32) / CHARACTER);
  const whole = height + LINE * lines.length + 10;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="score"
      width={width}
      height={whole}
      viewBox={`0 0 ${width} ${whole}`}
    >
      <title>{verdict}</title>
      <SealedPattern />
      <rect width={width} height={whole} className="ground" />
      <Staves {...drawing} ink />
      <Messages {...drawing} ink />
      <Ruler geometry={geometry} sight={sight} now={Infinity} playhead={end} />
      <Breaks geometry={geometry} />
      <Stops {...drawing} here={here} />
      <RestWords {...drawing} here={here} />
      <Words {...drawing} here={here} />
      <Kept {...drawing} />
      <Names {...drawing} />
      {lines.map((line, index) => (
        <text key={index} x={16} y={height + 12 + LINE * index} className={`fig12 strong ink-${run.verdict.word}`}>
          {line}
        </text>
      ))}
    </svg>
  );
}

/** What arrived at a gate that closed stands there for good. */
function Kept({ run, geometry }: { run: Run; geometry: Geometry }) {
  const silent = silentOf(geometry.plan);
  return run.tracks.map((track) => {
    if (track.closedAt === null || silent.has(track.request)) return null;
    const last = travellerAt(roadOf(track, run, geometry), Infinity);
    const isHigh = geometry.channels[geometry.plan.rowOf.get(track.request) ?? 0]?.full;
    return last && <Envelope key={track.request} {...last} {...(isHigh ? {} : THIN_ENVELOPE)} />;
  });
}

/** The staves' names, and beside each of several channels the first request that had it, and how many more did. */
function Names({ run, geometry }: { run: Run; geometry: Geometry }) {
  const { channels } = geometry;
  const several = channels.length > 1;
  return (
    <>
      {run.lanes.map((lane, index) => {
        const y = nameY(geometry, lane, index);
        const inOneLine = several && lane.kind === 'browser';
        return (
          <g key={lane.id}>
            <text x={16} y={inOneLine ? y + 4 : y - 3} className="fig12 strong">
              {inOneLine ? `${lane.name} ${lane.detail}` : lane.name}
            </text>
            {!inOneLine && (
              <text x={16} y={y + 12} className="fig code quiet">
                {detailOf(lane, geometry)}
              </text>
            )}
          </g>
        );
      })}
      {several &&
        channels.map(({ y }, row) => {
          const names = namesIn(run, geometry, row);
          const [first] = names;
          const more = names.length > 1 ? ` +${names.length - 1}` : '';
          return first && <RowName key={row} y={y} lines={`${first.name}${more}`.split('\n')} />;
        })}
    </>
  );
}

function RowName({ y, lines }: { y: number; lines: readonly string[] }) {
  return lines.map((line, index) => (
    <text key={index} x={16} y={y + 4 + 14 * (index - (lines.length - 1) / 2)} className="fig code">
      {line}
    </text>
  ));
}
