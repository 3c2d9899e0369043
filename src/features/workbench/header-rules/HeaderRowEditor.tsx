import type { HeaderRow } from '@/scenario/document';
import { Combobox } from '@/ui/Combobox';
import { suggestNames, suggestValues, type Place } from '../vocabulary';
import { isOn, nameProblem, renamedRow, revaluedRow, switchedRow } from './routes';

interface HeaderRowEditorProps {
  row: HeaderRow;
  place: Place;
  /** The row was added just now: its name is the next thing to type. */
  isNew: boolean;
  onTyped: (row: HeaderRow) => void;
  onSwitched: (row: HeaderRow) => void;
  onDelete: () => void;
}

const field =
  'w-full min-w-0 h-[26px] px-2 outline-none border-0 bg-transparent text-ellipsis placeholder:text-ink-3 ' +
  'focus:bg-sheet focus:shadow-[inset_0_0_0_1.5px_var(--ink)] max-desk:h-9 pointer-coarse:h-9 max-desk:text-[16px]';

/** One header: a switch, its name, its value. A row that is off stays, struck through. */
export function HeaderRowEditor({ row, place, isNew, onTyped, onSwitched, onDelete }: HeaderRowEditorProps) {
  const [name, value] = row;
  const on = isOn(row);
  const shown = name === '' ? 'new header' : name;
  const off = on ? '' : 'text-ink-3 line-through decoration-1';

  return (
    <li className="group grid min-h-[30px] grid-cols-[28px_minmax(0,214px)_minmax(0,1fr)_24px] items-center border-t border-hairline font-code text-small max-wide:grid-cols-[28px_minmax(0,1fr)_24px] max-wide:py-0.5 max-desk:grid-cols-[44px_minmax(0,1fr)_44px]">
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={`Send ${shown}`}
        disabled={name === ''}
        onClick={() => onSwitched(switchedRow(row, !on))}
        className="flex h-full min-h-[26px] items-center max-wide:row-span-2 pointer-coarse:min-h-11"
      >
        <i
          aria-hidden="true"
          className={`relative h-3 w-5 rounded-full border after:absolute after:top-px after:size-2 after:rounded-full max-desk:h-4 max-desk:w-7 max-desk:after:size-3 ${
            on ? 'border-ink bg-ink after:right-px after:bg-paper' : 'border-edge after:left-px after:bg-edge'
          }`}
        />
      </button>
      <Combobox
        label="Header name"
        value={name}
        check={nameProblem}
        suggest={suggestNames}
        onChange={(text) => onTyped(renamedRow(row, text))}
        placeholder="Header name"
        autoFocus={isNew}
        className={`${field} -ml-2 w-[calc(100%+8px)] ${off}`}
      />
      <div className="min-w-0 max-wide:col-start-2">
        <Combobox
          label={`Value of ${shown}`}
          value={value}
          suggest={(typed) => suggestValues(name, typed, place)}
          onChange={(text) => onTyped(revaluedRow(row, text))}
          placeholder="empty"
          className={`${field} max-wide:-ml-2 max-wide:w-[calc(100%+8px)] ${on ? 'text-literal' : off}`}
        />
      </div>
      <button
        type="button"
        aria-label={`Delete ${shown}`}
        onClick={onDelete}
        className="grid size-6 place-items-center text-ink-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 max-wide:col-start-3 max-wide:row-span-2 max-wide:row-start-1 max-desk:size-11 pointer-coarse:opacity-100"
      >
        <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5 fill-none stroke-current [stroke-width:1.25]">
          <path d="M1 1l8 8M9 1L1 9" />
        </svg>
      </button>
    </li>
  );
}
