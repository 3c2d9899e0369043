import { hostOf } from '@/explain';
import { MEANS_WORDS, type Attacked } from '@/review';
import { Icon } from '@/ui/Icon';
import { shortened } from '@/ui/shortened';
import { Watch } from './Findings';

/** A row for each way of sending each request; what a page of a stranger should not get has the triangle. */
export function AttackTable({ rows }: { rows: readonly Attacked[] }) {
  const servers = [...new Set(rows.map(({ server }) => server))];
  return (
    <table className="attack">
      <thead>
        <tr>
          <th scope="col">Request</th>
          <th scope="col">Arrives</th>
          <th scope="col">Changes</th>
          <th scope="col">Can be read</th>
          <th scope="col">
            <span className="sr-only">Run</span>
          </th>
        </tr>
      </thead>
      {servers.map((server) => (
        <tbody key={server}>
          {servers.length > 1 && (
            <tr className="server">
              <th scope="rowgroup" colSpan={5}>
                {hostOf(server)}
              </th>
            </tr>
          )}
          {rows
            .filter((row) => row.server === server)
            .map((row) => (
              <Row key={`${row.request} ${row.means}`} row={row} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row }: { row: Attacked }) {
  return (
    <tr>
      <th scope="row">
        <code>{row.request}</code>
        <small>by {MEANS_WORDS[row.means]}</small>
      </th>
      <td>
        <Arrives row={row} />
      </td>
      <td>
        <Changes row={row} />
      </td>
      <td>
        <Reads row={row} />
      </td>
      <td>
        <Watch title={row.scenario.title ?? row.request} scenario={row.scenario} label="Watch" />
      </td>
    </tr>
  );
}

function Arrives({ row: { arrives, cookies, status } }: { row: Attacked }) {
  if (arrives === 'no') return <Mark tone="none">No</Mark>;
  if (arrives === 'preflight') return <Mark tone="none">Preflight only</Mark>;
  return (
    <Mark
      tone={cookies.length > 0 ? 'failed' : 'way'}
      detail={cookies.length > 0 ? `with ${cookies.join(', ')}` : 'without cookies'}
    >
      {status > 0 ? `Yes, ${status}` : 'Yes'}
    </Mark>
  );
}

function Changes({ row: { changes, arrives } }: { row: Attacked }) {
  if (arrives !== 'yes') return <Mark tone="none">No</Mark>;
  if (changes === null)
    return (
      <Mark tone="way" detail="not watched">
        Unknown
      </Mark>
    );
  if (changes.length === 0) return <Mark tone="none">No</Mark>;
  return (
    <Mark tone="failed" detail={changes.map(({ path }) => path).join(', ')}>
      Yes
    </Mark>
  );
}

function Reads({ row: { reads, status } }: { row: Attacked }) {
  if (reads === null) return <Mark tone="none">No</Mark>;
  return (
    <Mark
      tone={status >= 400 ? 'way' : 'failed'}
      detail={reads === '' ? 'an empty body' : shortened(reads.slice(0, 200))}
    >
      Yes
    </Mark>
  );
}

function Mark({ tone, children, detail }: { tone: 'none' | 'way' | 'failed'; children: string; detail?: string }) {
  return (
    <span className={`mark ${tone}`}>
      <Icon shape={tone} />
      <span>
        {children}
        {detail !== undefined && <small>{detail}</small>}
      </span>
    </span>
  );
}
