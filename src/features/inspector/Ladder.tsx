import type { LadderRow } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { Icon } from '@/ui/Icon';
import { shortened } from '@/ui/shortened';
import { StopTag } from '@/ui/StopTag';

const SHAPES = { way: 'way', pass: 'allowed', fail: 'blocked' } as const;

/** Every decision of a request, each with both its sides. A row that is ahead of the playhead keeps its place. */
export function Ladder({ rows, here }: { rows: readonly LadderRow[]; here: number }) {
  if (rows.length === 0) return <p className="empty">Nothing was decided about this request.</p>;
  return (
    <table className="ladder">
      <thead>
        <tr>
          <th scope="col" className="number">
            <span className="sr-only">Stop</span>
          </th>
          <th scope="col">Check</th>
          <th scope="col" className="left">
            The page’s side <span className="stacked">and what it meets</span>
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
          <Row key={row.stop} row={row} here={here} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, here }: { row: LadderRow; here: number }) {
  const known = row.stop <= here;
  const tone = known ? row.tone : 'ahead';
  return (
    <tr className={tone} aria-current={row.stop === here ? 'step' : undefined}>
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
  );
}
