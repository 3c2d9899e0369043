import { useState } from 'react';
import type { HeaderRow, Route } from '@/scenario/document';
import type { ChangeKind } from '@/stores/scenario';
import { CheckedField } from '@/ui/CheckedField';
import type { RowMark } from './row-marks';
import type { Place } from '../vocabulary';
import { AnswerBody } from './AnswerBody';
import { HeaderRowEditor } from './HeaderRowEditor';
import { MessageStroke } from './MessageStroke';
import {
  methodProblem,
  newRow,
  pathProblem,
  replacedAt,
  statusProblem,
  titleOf,
  withoutAt,
  type AnswerRole,
} from './routes';

interface AnswerBlockProps {
  /** Among the server's routes. */
  index: number;
  route: Route;
  role: AnswerRole;
  place: Place;
  /** What the run points at in this route. */
  marks: readonly RowMark[];
  /** In the list of routes a block says which requests it answers; in the two-block form its title does. */
  isListed: boolean;
  onChange: (route: Route, change: ChangeKind) => void;
  onRemove: () => void;
}

const input = 'h-6 border border-rule bg-sheet px-2 font-code text-small text-ink max-desk:h-9 max-desk:text-[13px]';

/** The answer of one route: its status and its headers. */
export function AnswerBlock({ index, route, role, place, marks, isListed, onChange, onRemove }: AnswerBlockProps) {
  const [added, setAdded] = useState(-1);
  const [removals, setRemovals] = useState(0);
  const asked = route.method === '*' ? route.path : `${route.method} ${route.path}`;
  const title = isListed ? `${route.method} ${route.path}` : titleOf(role);
  const setHeaders = (headers: HeaderRow[], change: ChangeKind): void => onChange({ ...route, headers }, change);

  const add = (): void => {
    setAdded(route.headers.length);
    setHeaders([...route.headers, newRow], 'typed');
  };

  return (
    <section aria-label={title} data-route={index} className="min-w-0 px-4 pb-2 max-desk:px-3">
      <div className="flex min-h-[34px] items-center gap-2.5 text-[13px] whitespace-nowrap max-desk:min-h-12">
        <MessageStroke isPreflight={role === 'preflight'} />
        {isListed ? (
          <>
            <CheckedField
              label="Method"
              value={route.method}
              check={methodProblem}
              onChange={(method) => onChange({ ...route, method }, 'typed')}
              className={`${input} w-20 font-semibold`}
            />
            <CheckedField
              label="Path"
              value={route.path}
              check={pathProblem}
              onChange={(path) => onChange({ ...route, path }, 'typed')}
              className={`${input} w-28`}
            />
          </>
        ) : (
          <h3 className="overflow-hidden font-semibold text-ellipsis">
            {route.path === '*' || role === 'preflight' ? (
              title
            ) : (
              <>
                Answer to <code className="text-small">{asked}</code>
              </>
            )}
          </h3>
        )}
        <span className="ml-auto flex items-center gap-2 text-small text-ink-2">
          <span aria-hidden="true" className="max-wide:hidden">
            Status
          </span>
          <CheckedField
            label="Status"
            value={String(route.status)}
            check={statusProblem}
            onChange={(status) => onChange({ ...route, status: Number(status) }, 'typed')}
            inputMode="numeric"
            className={`${input} w-[42px] max-desk:w-14`}
          />
        </span>
      </div>
      <ul className="header-rows">
        {route.headers.map((row, at) => (
          <HeaderRowEditor
            // Rows have no identity of their own: where one is taken out, what the fields below it hold is another row's.
            key={`${removals}:${at}`}
            row={row}
            place={place}
            mark={marks.findLast((mark) => mark.row === at)}
            isNew={at === added && row[0] === '' && row[1] === ''}
            onTyped={(next) => setHeaders(replacedAt(route.headers, at, next), 'typed')}
            onSwitched={(next) => setHeaders(replacedAt(route.headers, at, next), 'chosen')}
            onDelete={() => {
              setRemovals(removals + 1);
              setHeaders(withoutAt(route.headers, at), 'chosen');
            }}
          />
        ))}
        {marks
          .filter((mark) => mark.row === null)
          .map((mark) => (
            <li key={mark.text} className={`header-row-missing mark-line mark-${mark.tone}`}>
              {mark.number !== null && <b className="mark-tag">{mark.number}</b>}
              <span className="mark-remark">{mark.text}</span>
            </li>
          ))}
      </ul>
      <div className="flex min-h-8 flex-wrap items-center gap-x-5 border-t border-hairline text-[12.5px] text-ink-2 max-desk:min-h-11">
        <button type="button" className="min-h-8 hover:text-ink max-desk:min-h-11" onClick={add}>
          Add a header
        </button>
        <AnswerBody key={isListed ? 'listed' : 'block'} route={route} onChange={onChange} />
        {isListed && (
          <button type="button" className="ml-auto min-h-8 hover:text-ink max-desk:min-h-11" onClick={onRemove}>
            Delete route
          </button>
        )}
      </div>
    </section>
  );
}
