import { Fragment, useState } from 'react';
import { type Run, type Stop, subjectOf } from '@/explain';
import type { ComparedStops } from '@/explain/compare';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';
import { StopTag } from '@/ui/StopTag';
import { nameOf, whoseOf, wordOf } from './step-words';
import type { Compared } from './use-pair';
import { StrokeNames, Strokes } from './Strokes';

/** Equal steps that stay in sight before and after others. */
const CONTEXT = 4;
/** A stretch of equal steps is folded when more than this would go. */
const WORTH_FOLDING = 8;

/** Both runs as ladders, time flowing down, each step beside its like. */
export function Twins({ compared: { sides, comparison } }: { compared: Compared }) {
  const [unfolded, setUnfolded] = useState(false);
  const stretches = unfolded ? [{ from: 0, to: comparison.pairs.length, isFolded: false }] : folded(comparison.pairs);
  const [left, right] = sides;
  return (
    <ol className="twins" aria-label="Both runs, step by step">
      <li className="names" aria-hidden="true">
        <span />
        <StrokeNames />
        <span />
        <StrokeNames />
        <span />
      </li>
      {stretches.map(({ from, to, isFolded }) =>
        isFolded ? (
          <li key={from} className="fold">
            <button type="button" onClick={() => setUnfolded(true)}>
              {to - from} equal steps
            </button>
          </li>
        ) : (
          comparison.pairs
            .slice(from, to)
            .map((pair, index) => (
              <Step
                key={from + index}
                pair={pair}
                left={left.run}
                right={right.run}
                isFirst={from + index === comparison.first}
              />
            ))
        ),
      )}
    </ol>
  );
}

interface StepProps {
  pair: ComparedStops;
  left: Run;
  right: Run;
  isFirst: boolean;
}

function Step({ pair, left, right, isFirst }: StepProps) {
  return (
    <li
      className={`${pair.same ? 'same' : 'differs'} ${isFirst ? 'first' : ''}`}
      id={isFirst ? 'first-difference' : undefined}
    >
      {isFirst && <b className="mark">First difference</b>}
      <Found stop={pair.left} run={left} withValues={isFirst} />
      <Strokes stop={pair.left} run={left} />
      <span className="sign" aria-hidden="true">
        {pair.same ? '=' : '≠'}
      </span>
      <Strokes stop={pair.right} run={right} />
      <Found stop={pair.right} run={right} withValues={isFirst} />
    </li>
  );
}

const SHAPES = { pass: 'allowed', fail: 'blocked' } as const;

function Found({ stop, run, withValues }: { stop: Stop | null; run: Run; withValues: boolean }) {
  if (!stop) return <p className="found absent">not here</p>;
  const track = run.tracks.find(({ request }) => request === stop.request);
  const tone = stop.verdict ?? 'way';
  return (
    <p className={`found ${stop.verdict ?? ''}`} title={stop.sentence}>
      <span>
        <StopTag number={stop.number} tone={tone} />
        {nameOf(stop, run)}
      </span>
      <small>
        {stop.verdict && <Icon shape={SHAPES[stop.verdict]} />}
        {stop.kind === 'settle' && track?.verdict && <Icon shape={track.verdict} />}
        {[whoseOf(stop, run), wordOf(stop, run)].filter((word) => word !== '').join(': ')}
      </small>
      {withValues && stop.match && <Values match={stop.match} />}
    </p>
  );
}

/** What the step compared. */
function Values({ match }: { match: NonNullable<Stop['match']> }) {
  if (match.kind === 'rules')
    return (
      <small className="values">
        {match.rules.map((rule, index) => (
          <Fragment key={rule.is + rule.values.join()}>
            {index > 0 && '; '}
            <Said sentence={subjectOf(rule)} /> {rule.is}
          </Fragment>
        ))}
      </small>
    );
  const [left, right] =
    match.kind === 'pair'
      ? [match.left.value ?? match.left.absent, match.right.value ?? match.right.absent]
      : [match.columns.map((column) => column.left), match.columns.map((column) => column.right ?? 'missing')].map(
          (names) => names.join(', '),
        );
  return (
    <small className="values">
      <code>{left}</code> {match.kind === 'pair' ? match.sign : match.holds ? '=' : '≠'} <code>{right}</code>
    </small>
  );
}

interface Stretch {
  from: number;
  to: number;
  isFolded: boolean;
}

/** Long stretches of equal steps are folded, some on each side of a difference apart. */
export function folded(pairs: readonly { same: boolean }[]): Stretch[] {
  const near = pairs.map((_, index) =>
    pairs.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ same }) => !same),
  );
  const isLong = pairs.length > 3 * WORTH_FOLDING;
  const stretches: Stretch[] = [];
  for (let from = 0; from < pairs.length;) {
    let to = from + 1;
    while (to < pairs.length && near[to] === near[from]) to += 1;
    const isFolded = isLong && !near[from] && to - from > WORTH_FOLDING;
    stretches.push({ from, to, isFolded });
    from = to;
  }
  return stretches;
}
