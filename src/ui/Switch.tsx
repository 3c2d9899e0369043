import type { KeyboardEvent } from 'react';
import { rovingIndex } from './roving';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

interface SwitchProps<Value extends string> {
  label: string;
  /** A tab shows another part, a radio changes a setting. */
  as: 'tablist' | 'radiogroup';
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}

/** One of a few, side by side; the chosen one is underlined. One tab stop, arrow keys inside, Home and End. */
export function Switch<Value extends string>({
  label,
  as,
  choices,
  value,
  onChange,
  className = '',
}: SwitchProps<Value>) {
  const isTabs = as === 'tablist';
  const chosen = choices.some((choice) => choice.value === value) ? value : choices[0]?.value;

  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const at = choices.findIndex((choice) => choice.value === chosen);
    const index = rovingIndex(event, at, choices.length);
    const next = index === undefined ? undefined : choices[index];
    if (index === undefined || !next) return;
    event.preventDefault();
    onChange(next.value);
    event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('button')[index]?.focus();
  };

  return (
    <div role={as} aria-label={label} className={`flex items-stretch gap-0.5 ${className}`}>
      {choices.map((choice) => {
        const isChosen = choice.value === value;
        return (
          <button
            key={choice.value}
            type="button"
            role={isTabs ? 'tab' : 'radio'}
            {...(isTabs ? { 'aria-selected': isChosen } : { 'aria-checked': isChosen })}
            tabIndex={choice.value === chosen ? 0 : -1}
            onClick={() => onChange(choice.value)}
            onKeyDown={move}
            className={`border-y-2 border-t-transparent px-2.5 max-wide:px-2 whitespace-nowrap outline-offset-[-2px] hover:text-ink ${
              isChosen ? 'border-b-ink font-semibold text-ink' : 'border-b-transparent text-ink-2'
            }`}
          >
            <Steady text={choice.label} />
          </button>
        );
      })}
    </div>
  );
}

/** Takes the width of its bold form always, so that choosing moves nothing. */
function Steady({ text }: { text: string }) {
  return (
    <span
      data-text={text}
      className="inline-grid after:invisible after:h-0 after:overflow-hidden after:font-semibold after:content-[attr(data-text)] after:select-none"
    >
      {text}
    </span>
  );
}
