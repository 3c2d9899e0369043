import { type CSSProperties, Fragment } from 'react';
import { type Match, type MatchColumn, type Run, type Stop, subjectOf } from '@/explain';
import { withTerms } from '@/lessons/terms';
import type { SaidCause } from '@/narration';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';
import { StopTag } from '@/ui/StopTag';
import { hasCallout } from '../callouts';
import { type Geometry, HALF_CHANNEL } from '../geometry';
import { CALLOUT_ROOM } from '../layout';
import { useInSight } from './use-in-sight';
import './callout.css';

/** What the stop under the playhead compares, and what follows. Right of the playhead; on a phone below the picture. */
export function Callout({ run, geometry, here }: { run: Run; geometry: Geometry; here: number }) {
  const stop = run.stops[here];
  const box = useInSight(here);
  if (!stop || !hasCallout(stop)) return null;
  /** Each term is a link where it comes first. */
  const seen = new Set<string>();
  const row = stop.request === null ? 0 : (geometry.plan.rowOf.get(stop.request) ?? 0);
  return (
    <div ref={box} className={`callout ${geometry.size === 'S' ? 'below' : ''}`} style={placeOf(geometry, stop, row)}>
      <h3>
        <StopTag number={stop.number} tone={stop.verdict === 'fail' ? 'fail' : 'way'} />
        {stop.title}
      </h3>
      {stop.match?.kind === 'rules' ? (
        <Rules rules={stop.match.rules} headers={stop.headers} />
      ) : (
        stop.match && <MatchTable match={stop.match} gate={stop.kind === 'gate'} headers={stop.headers} />
      )}
      {stop.number !== null && <Conclusion stop={stop} seen={seen} />}
      {stop.notes.map((note, index) => (
        <p key={index} className="stop-note">
          <Said sentence={withTerms([note], seen)} />
        </p>
      ))}
    </div>
  );
}

function placeOf(geometry: Geometry, stop: Stop, row: number): CSSProperties {
  if (geometry.size === 'S') return {};
  const x = geometry.stops[stop.index] ?? 0;
  const channel = geometry.channels[row];
  const lead = geometry.size === 'L' ? 46 : 36;
  const room = Math.max(geometry.width - x, CALLOUT_ROOM[geometry.size]) - lead - 12;
  const width = Math.min(geometry.size === 'L' ? 420 : 330, room);
  const top = (channel?.y ?? 0) + HALF_CHANNEL + 4;
  return {
    left: x + lead,
    top,
    // As far up as it must to stand above the picture's lower edge: only the browser knows how high it is.
    transform: `translateY(max(${-top}px, min(0px, ${geometry.height - top - 6}px - 100%)))`,
    maxWidth: width,
    // Up to the badge of what was decided; a thin channel has none.
    ['--lead' as string]: `${channel?.full ? lead - 9 : lead}px`,
  };
}

function Conclusion({ stop, seen }: { stop: Stop; seen: Set<string> }) {
  const tone = stop.verdict === 'fail' ? 'blocked' : stop.verdict === 'pass' ? 'allowed' : 'way';
  return (
    <p className={`conclusion ${tone}`}>
      <Icon shape={tone} />
      <span>
        <Said sentence={withTerms(stop.conclusion, seen)} />
      </span>
    </p>
  );
}

function Rules({ rules, headers }: { rules: readonly SaidCause[]; headers: readonly string[] }) {
  return (
    <ul className="rules">
      {rules.map((rule) => (
        <li key={rule.is + rule.values.join()}>
          {subjectOf(rule).map((part, index) => (
            <Fragment key={index}>
              {typeof part === 'string' ? (
                part
              ) : (
                <code data-header={headers.find((name) => part.code.split(':')[0] === name)}>{part.code}</code>
              )}
            </Fragment>
          ))}{' '}
          {rule.is}
        </li>
      ))}
    </ul>
  );
}

function MatchTable({
  match,
  gate,
  headers,
}: {
  match: Exclude<Match, { kind: 'rules' }>;
  gate: boolean;
  headers: readonly string[];
}) {
  const [answered, asked] = headers;
  const tone = (holds: boolean) => (gate ? (holds ? 'holds' : 'fails') : '');
  if (match.kind === 'pair') {
    return (
      <table className="match pair">
        <tbody>
          <tr>
            <th scope="row">{match.left.label}</th>
            <td data-header={asked}>
              {match.left.value ?? <Slot word={match.left.absent} tone={gate && !match.holds} />}
            </td>
          </tr>
          <tr className="sign">
            <SignHead />
            <td className={tone(match.holds)}>{match.sign}</td>
          </tr>
          <tr>
            <th scope="row">{match.right.label}</th>
            <td data-header={answered} className={match.right.isSaid ? 'rule' : undefined}>
              {match.right.value ?? <Slot word={match.right.absent} tone={gate && !match.holds} />}
            </td>
          </tr>
        </tbody>
      </table>
    );
  }
  return (
    <table className={isShort(match.columns) ? 'match whole' : 'match'}>
      <tbody>
        <tr>
          <th scope="row">{match.left}</th>
          {match.columns.map((column) => (
            <td key={column.left} data-header={`${column.left} ${asked ?? ''}`.trim()}>
              {column.left}
            </td>
          ))}
        </tr>
        <tr className="sign">
          <SignHead />
          {match.columns.map((column) => (
            <td key={column.left} className={tone(column.right !== null)}>
              {column.right === null ? '≠' : '='}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{match.right}</th>
          {match.columns.map((column) => (
            <td key={column.left} data-header={answered}>
              {column.right ?? <Slot word="missing" tone={gate} />}
            </td>
          ))}
          {match.unused.length > 0 && (
            <td className="unused" data-header={answered}>
              {match.unused.join(', ')}
            </td>
          )}
        </tr>
      </tbody>
    </table>
  );
}

/** Characters of the names beside each other that stand on one line in the narrowest callout. */
const SHORT = 24;

const isShort = (columns: readonly MatchColumn[]): boolean =>
  columns.reduce((length, { left, right }) => length + Math.max(left.length, right?.length ?? 0), 0) <= SHORT;

function SignHead() {
  return (
    <th scope="row">
      <span className="sr-only">Compared</span>
    </th>
  );
}

function Slot({ word, tone }: { word: string; tone: boolean }) {
  return <span className={tone ? 'slot fails' : 'slot'}>{word}</span>;
}
