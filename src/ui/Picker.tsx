import type { ReactNode } from 'react';

interface PickerProps {
  /** Shown before the value, and the accessible name. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
  /** The label is for screen readers only, also where there is room for it. */
  quiet?: boolean;
  className?: string;
}

/** A native select drawn as text with a caret; `children` are options and groups of options. */
export function Picker({ label, value, onChange, children, quiet = false, className = '' }: PickerProps) {
  return (
    <label className={`flex min-w-0 items-center gap-1.5 ${className}`}>
      <span className={quiet ? 'sr-only' : 'text-ink-3 max-wide:sr-only'}>{label}</span>
      <span className="picker-box">
        <select className="picker hover:text-ink" value={value} onChange={(event) => onChange(event.target.value)}>
          {children}
        </select>
        <i aria-hidden="true" className="picker-caret" />
      </span>
    </label>
  );
}
