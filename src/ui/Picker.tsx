import type { ReactNode } from 'react';

interface PickerProps {
  /** Shown before the value, and the accessible name. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
  /** Whether the label is seen: where there is room, never, or always. Screen readers have it anyway. */
  shows?: 'label-if-room' | 'value' | 'label';
  /** Seen in place of the value. Cut with an ellipsis, which some browsers do not give a select. */
  face?: string;
  className?: string;
}

const labelClasses = { 'label-if-room': 'text-ink-3 max-wide:sr-only', value: 'sr-only', label: 'text-ink-3' };

/** A native select drawn as text with a caret; `children` are options and groups of options. */
export function Picker({
  label,
  value,
  onChange,
  children,
  shows = 'label-if-room',
  face,
  className = '',
}: PickerProps) {
  return (
    <label className={`flex min-w-0 items-center gap-1.5 ${className}`}>
      <span className={labelClasses[shows]}>{label}</span>
      <span className="picker-box">
        {face !== undefined && (
          <span aria-hidden="true" className="picker-face">
            {face}
          </span>
        )}
        <select
          className={`picker ${face === undefined ? 'hover:text-ink' : 'picker-unseen'}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
        <i aria-hidden="true" className="picker-caret" />
      </span>
    </label>
  );
}
