import { memo, Suspense } from 'react';
import type { LadderRow, Stop } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { Icon } from '@/ui/Icon';
import { onDemand } from '@/ui/on-demand';
import { shortened } from '@/ui/shortened';
import { StopTag } from '@/ui/StopTag';
import { useSeen } from '@/ui/use-seen';

const RowReading = onDemand(() => import('./RowReading').then((part) => part.RowReading));

const SHAPES = { way: 'way', pass: 'allowed', fail: 'blocked' } as const;

interface Props {
  rows: readonly LadderRow[];
  /** Of the whole run. */
  stops: readonly Stop[];
  here: number;
}

/**
 * Every decision of a request, each with both its sides. A row that is ahead of the playhead keeps its place; where the
 * playhead rests, the row it has come to says more.
 */
export function Ladder({ rows, stops, here }: Props) {
  const [table, isSeen] = useSeen<HTMLTableElement>();
  const rests = usePlayhead((state) => !state.playing);
  if (rows.length === 0) return <p className="empty">Nothing was decided about this request.</p>;
  const reached = rows.findLast(({ stop }) => stop <= here);
  return (
    <table className="ladder" ref={table}>
      <thead>
        <tr>
          <th scope="col" className="number">
            <span className="sr-only">Stop</span>
          </th>
          <th scope="col">Check</th>
          <th scope="col" className="left">
            The page’s side <span className="stacked">and the other</span>
          </th>
          <th scope="col" className="right">
            Compared with
          </th>
          <th scope="col" className="result">
            Result
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.stop}
            row={row}
            known={row.stop <= here}
            isHere={row.stop === here}
            reading={rests && isSeen && row === reached ? stops[row.stop] : undefined}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: LadderRow;
  known: boolean;
  isHere: boolean;
  /** What the row says more about. */
  reading: Stop | undefined;
}

const Row = memo(function Row({ row, known, isHere, reading }: RowProps) {
  const tone = known ? row.tone : 'ahead';
  return (
    <>
      <tr
        className={tone}
        data-header={(known && row.headers.join(' ')) || undefined}
        aria-current={isHere ? 'step' : undefined}
      >
        <td>
          <StopTag number={row.number} tone={known ? row.tone : 'way'} />
        </td>
        <td>
          <button type="button" onClick={() => usePlayhead.getState().seek(row.stop)}>
            {row.check}
          </button>
        </td>
        <td className="left" title={known ? row.left : undefined}>
          {known && <code>{shortened(row.left)}</code>}
          {known && <code className="stacked">{shortened(row.right)}</code>}
        </td>
        <td className="right" title={known ? row.right : undefined}>
          {known && <code>{shortened(row.right)}</code>}
        </td>
        <td className="result">
          {known && (
            <span>
              <Icon shape={SHAPES[row.tone]} />
              {row.result}
            </span>
          )}
        </td>
      </tr>
      {reading && (
        <Suspense>
          <RowReading stop={reading} tone={tone} />
        </Suspense>
      )}
    </>
  );
});
