import { titleCase, type DecidingHeader, type NetworkRow } from '@/explain';
import { StopTag } from '@/ui/StopTag';

interface Props {
  title: string;
  side: DecidingHeader['side'];
  row: NetworkRow;
  headers: readonly (readonly [string, string])[];
  here: number;
  /** The playhead has come so far. */
  known: boolean;
}

/** One message's headers as sent. A header that a gate looked for and did not find has an empty slot. */
export function HeaderTable({ title, side, row, headers, here, known }: Props) {
  const deciding = row.deciding.filter((header) => header.side === side);
  const absent = deciding.filter(({ name }) => !headers.some(([key]) => key.toLowerCase() === name));
  return (
    <div className={known ? undefined : 'unseen'}>
      <h4>{title}</h4>
      {headers.length === 0 && absent.length === 0 && <p className="empty">none</p>}
      <dl>
        {headers.map(([name, value], index) => {
          const marks = deciding.filter((header) => header.name === name.toLowerCase() && header.stop <= here);
          return (
            <div key={index} className={toneOf(marks)} data-header={name.toLowerCase()}>
              <dt>{name}</dt>
              <dd>
                {value} <Tags marks={marks} />
              </dd>
            </div>
          );
        })}
        {absent.map((header) => (
          <div key={header.name} className={header.stop <= here ? 'fail' : 'unseen'} data-header={header.name}>
            <dt>{titleCase(header.name)}</dt>
            <dd>
              <span className="slot">missing</span> <Tags marks={header.stop <= here ? [header] : []} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function toneOf(marks: readonly DecidingHeader[]): string | undefined {
  if (marks.some((mark) => mark.verdict === 'fail')) return 'fail';
  return marks.length > 0 ? 'pass' : undefined;
}

function Tags({ marks }: { marks: readonly DecidingHeader[] }) {
  return marks.map((mark) => <StopTag key={mark.stop} number={mark.number} tone={mark.verdict} />);
}
