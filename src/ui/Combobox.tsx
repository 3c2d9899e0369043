import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useHeldText } from './held-text';

interface Suggestion {
  label: string;
  /** The whole text of the field once the suggestion is taken. */
  text: string;
}

interface ComboboxProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  suggest: (typed: string) => readonly Suggestion[];
  /** Says what is wrong with the text. Such text stays in the field and is not handed on. */
  check?: (text: string) => string | undefined;
  placeholder?: string;
  className?: string;
  /** Width in characters, where the layout asks for it. */
  size?: number;
  /** Takes the focus when it appears: for a field that the user has just asked for. */
  takesFocus?: boolean;
}

/**
 * A text field that offers completions. Arrow keys choose, Enter and Tab take, Escape closes; whatever else is typed
 * stands as it was typed.
 */
export function Combobox({
  label,
  value,
  onChange,
  suggest,
  check,
  placeholder,
  className = '',
  takesFocus = false,
  size,
}: ComboboxProps) {
  const listId = useId();
  const problemId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  /** Text that did not pass, and the value that it was typed over. */
  const [refused, setRefused] = useState<{ text: string; over: string }>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const text = refused?.over === value ? refused.text : value;
  const problem = check?.(text);
  useHeldText(problem !== undefined);
  const suggestions = isOpen ? suggest(text).slice(0, 12) : [];
  const isShown = suggestions.length > 0;
  const chosen = suggestions[active];

  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);

  useEffect(() => {
    const popup = list.current;
    const field = input.current;
    if (!popup || !field || !isShown) return;
    const place = (): void => {
      const box = field.getBoundingClientRect();
      const below = window.innerHeight - box.bottom;
      popup.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - 228))}px`;
      popup.style.minWidth = `${Math.max(box.width, 180)}px`;
      popup.style.top = below > popup.offsetHeight || below > box.top ? `${box.bottom + 1}px` : '';
      popup.style.bottom = popup.style.top === '' ? `${window.innerHeight - box.top + 1}px` : '';
    };
    if (!popup.matches(':popover-open')) popup.showPopover();
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', place, { capture: true });
  }, [isShown, suggestions.length]);

  const edit = (next: string): void => {
    const isRefused = check?.(next) !== undefined;
    setRefused(isRefused ? { text: next, over: value } : undefined);
    if (!isRefused) onChange(next);
  };
  const take = (suggestion: Suggestion): void => {
    edit(suggestion.text);
    setOpen(false);
    setActive(-1);
  };

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const count = (isShown ? suggestions : suggest(text).slice(0, 12)).length;
      if (count === 0) return;
      setOpen(true);
      setActive(event.key === 'ArrowDown' ? (active + 1) % count : (active <= 0 ? count : active) - 1);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Tab' && chosen) {
      take(chosen);
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
  };

  return (
    <span className="relative block min-w-0">
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${listId}-${active}` : undefined}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        className={`${className} ${problem === undefined ? '' : 'text-blocked underline decoration-wavy underline-offset-4'}`}
        value={text}
        placeholder={placeholder}
        size={size}
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          edit(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          setActive(-1);
        }}
        onKeyDown={press}
      />
      {isShown && (
        <ul
          ref={list}
          id={listId}
          role="listbox"
          aria-label={`${label}: completions`}
          popover="manual"
          className="fixed inset-auto m-0 max-h-60 overflow-auto border border-rule bg-sheet py-1 font-code text-small text-ink"
        >
          {suggestions.map((suggestion, index) => (
            <li
              key={suggestion.label}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={`flex min-h-7 items-center px-2 whitespace-nowrap pointer-coarse:min-h-11 ${index === active ? 'bg-select' : 'hover:bg-select'}`}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              {suggestion.label}
            </li>
          ))}
        </ul>
      )}
      {problem !== undefined && (
        <span id={problemId} role="alert" className="block py-0.5 font-text text-small text-blocked">
          {problem}
        </span>
      )}
    </span>
  );
}
