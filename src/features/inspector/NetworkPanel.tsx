import { Fragment, useId, useState } from 'react';
import type { NetworkRow, Run } from '@/explain';
import { CopyExchange } from './CopyExchange';
import { focusOf } from './focus-of';
import { HeaderTable } from './HeaderTable';
import './network.css';

/** A row opened or closed by hand, and the stop at which that was. */
interface Toggle {
  open: boolean;
  at: number;
}

/**
 * Every exchange, preflight and actual apart. A row opens to its headers; those that decide carry the stop's number. What was
 * sent for the request at the playhead is open, and what a gate judges opens there even if it was closed elsewhere.
 */
export function NetworkPanel({ run, here }: { run: Run; here: number }) {
  const [toggled, setToggled] = useState<ReadonlyMap<number, Toggle>>(new Map());
  const focus = focusOf(run, here)?.request;
  if (run.network.length === 0) return <p className="empty">Nothing left the browser.</p>;
  return (
    <table className="network">
      <thead>
        <tr>
          <th scope="col">Method</th>
          <th scope="col">URL</th>
          <th scope="col">Status</th>
          <th scope="col" className="kind">
            Kind
          </th>
          <th scope="col" className="time">
            Time
          </th>
        </tr>
      </thead>
      <tbody>
        {run.network.map((row, index) => {
          const byHand = toggled.get(index);
          const isJudged = row.deciding.some(({ stop }) => stop === here) && byHand?.at !== here;
          const open = isJudged || (byHand?.open ?? (row.request === focus && !isHop(row)));
          const toggle = () => setToggled(new Map(toggled).set(index, { open: !open, at: here }));
          return <Row key={index} row={row} here={here} open={open} toggle={toggle} />;
        })}
      </tbody>
    </table>
  );
}

/** One server asked another: the client sees nothing of it. */
const isHop = ({ from }: NetworkRow): boolean => from.includes('://');

function Row({ row, here, open, toggle }: { row: NetworkRow; here: number; open: boolean; toggle: () => void }) {
  const id = useId();
  const sent = row.sentStop <= here;
  const answered = row.answerStop <= here;
  const times = row.exchange?.times;
  return (
    <Fragment>
      <tr className={sent ? row.kind : 'ahead'}>
        <td>
          <button
            type="button"
            className={sent ? undefined : 'unseen'}
            aria-expanded={open}
            aria-controls={id}
            onClick={toggle}
          >
            {row.method}
          </button>
        </td>
        <td className={sent ? 'url' : 'url unseen'}>{row.url}</td>
        <td className={answered ? 'status' : 'status unseen'}>{row.status}</td>
        <td className={sent ? 'kind' : 'kind unseen'}>
          {row.from === 'browser' ? row.kind : `${row.kind}, from ${row.from}`}
        </td>
        <td className={answered ? 'time' : 'time unseen'}>
          {times ? `${Math.round(times.received - times.sent)} ms` : ''}
        </td>
      </tr>
      <tr id={id} className="details" hidden={!open}>
        <td colSpan={5}>
          <div>
            <HeaderTable
              title="Request headers"
              side="request"
              row={row}
              headers={row.exchange?.requestHeaders ?? []}
              here={here}
              known={sent}
            />
            <HeaderTable
              title="Response headers"
              side="response"
              row={row}
              headers={row.exchange?.responseHeaders ?? []}
              here={here}
              known={answered}
            />
            <Body title="Request body" text={row.exchange?.requestBody ?? ''} known={sent} />
            <Body title="Response body" text={row.exchange?.body ?? ''} known={answered} />
          </div>
          {row.exchange && sent && <CopyExchange exchange={row.exchange} />}
        </td>
      </tr>
    </Fragment>
  );
}

/** What a message carried, as text. */
function Body({ title, text, known }: { title: string; text: string; known: boolean }) {
  if (text === '') return <div />;
  return (
    <div className={known ? undefined : 'unseen'}>
      <h4>{title}</h4>
      <pre>{text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)} …` : text}</pre>
    </div>
  );
}

/** Characters of a body that are shown. */
const LONGEST_BODY = 4000;
