import { useEffect, useId, useRef, useState } from 'react';
import { useHeldText } from './held-text';

interface CheckedFieldProps {
  label: string;
  value: string;
  /** Says what is wrong with the text, or nothing. Text that passes is handed on as it is typed. */
  check: (text: string) => string | undefined;
  onChange: (text: string) => void;
  inputMode?: 'url' | 'numeric';
  placeholder?: string;
  className?: string;
  /** Takes the room there is, next to others. */
  fitted?: boolean;
}

/** A field in place of text. Text that does not pass stays in the field, with the reason; the last good value stays valid. */
export function CheckedField({
  label,
  value,
  check,
  onChange,
  inputMode,
  placeholder,
  className = '',
  fitted,
}: CheckedFieldProps) {
  const [text, setText] = useState(value);
  const handedOn = useRef(value);
  const problemId = useId();
  const problem = check(text);

  useEffect(() => {
    if (value === handedOn.current) return;
    handedOn.current = value;
    setText(value);
  }, [value]);

  useHeldText(problem !== undefined);

  const edit = (next: string): void => {
    setText(next);
    if (check(next) !== undefined) return;
    handedOn.current = next;
    onChange(next);
  };

  return (
    <span className={`relative ${fitted ? 'min-w-0 flex-1' : 'flex-none'}`}>
      <input
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        className={`${className} ${problem === undefined ? '' : 'text-blocked underline decoration-wavy underline-offset-4'}`}
        value={text}
        onChange={(event) => edit(event.target.value)}
        inputMode={inputMode}
        placeholder={placeholder}
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        spellCheck={false}
      />
      {problem !== undefined && (
        <span
          id={problemId}
          role="alert"
          className={`absolute top-full ${fitted ? 'left-0' : 'right-0'} z-20 mt-px w-max max-w-72 border border-blocked bg-sheet px-2 py-1 font-text text-small text-blocked`}
        >
          {problem}
        </span>
      )}
    </span>
  );
}
