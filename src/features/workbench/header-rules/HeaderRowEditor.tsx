import type { HeaderRow } from '@/scenario/document';
import { Combobox } from '@/ui/Combobox';
import type { RowMark } from './row-marks';
import { suggestNames, suggestValues, type Place } from '../vocabulary';
import { isOn, nameProblem, renamedRow, revaluedRow, switchedRow } from './routes';

interface HeaderRowEditorProps {
  row: HeaderRow;
  place: Place;
  /** The stop of the run that looked at this header. */
  mark: RowMark | undefined;
  /** The row was added just now: its name is the next thing to type. */
  isNew: boolean;
  onTyped: (row: HeaderRow) => void;
  onSwitched: (row: HeaderRow) => void;
  onDelete: () => void;
}

/** One header: a switch, its name, its value. A row that is off stays, struck through. */
export function HeaderRowEditor({ row, place, mark, isNew, onTyped, onSwitched, onDelete }: HeaderRowEditorProps) {
  const [name, value] = row;
  const on = isOn(row);
  const shown = name === '' ? 'new header' : name;

  return (
    <li
      className={`header-row ${on ? '' : 'off'} ${mark ? `mark-line mark-${mark.tone}` : ''}`}
      data-header={name.toLowerCase() || undefined}
    >
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={`Send ${shown}`}
        disabled={name === ''}
        onClick={() => onSwitched(switchedRow(row, !on))}
        className="header-switch"
      >
        <i aria-hidden="true" />
      </button>
      <div className="name min-w-0">
        <Combobox
          label="Header name"
          value={name}
          check={nameProblem}
          suggest={suggestNames}
          onChange={(text) => onTyped(renamedRow(row, text))}
          placeholder="Header name"
          size={Math.max(name.length, 11)}
          takesFocus={isNew}
        />
      </div>
      <div className="value" style={{ ['--characters' as string]: value.length }}>
        <Combobox
          label={`Value of ${shown}`}
          value={value}
          suggest={(typed) => suggestValues(name, typed, place)}
          onChange={(text) => onTyped(revaluedRow(row, text))}
          placeholder="empty"
        />
        {mark && (
          <span className="header-row-mark" title={mark.text}>
            {mark.number !== null && <b className="mark-tag">{mark.number}</b>}
            <span className="mark-remark">{mark.text}</span>
          </span>
        )}
      </div>
      <button type="button" aria-label={`Delete ${shown}`} onClick={onDelete} className="header-delete">
        <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5 fill-none stroke-current [stroke-width:1.25]">
          <path d="M1 1l8 8M9 1L1 9" />
        </svg>
      </button>
    </li>
  );
}
