import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Props {
  label: string;
  className: string;
  children: (close: () => void) => ReactNode;
}

/** A press shows what is in it; Escape, a press elsewhere and leaving it with the keyboard hide it again. */
export function Menu({ label, className, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const within = (target: unknown) => target instanceof Node && menu.current!.contains(target);
    const onPress = ({ target }: PointerEvent) => {
      if (!within(target)) setOpen(false);
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (!within(target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      // What is open in it closes first: it has taken the key, or the browser closes it.
      if (event.key !== 'Escape' || event.defaultPrevented || !within(event.target)) return;
      if (event.target instanceof Element && event.target.closest('dialog[open]')) return;
      event.preventDefault();
      setOpen(false);
    };
    const element = menu.current!;
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onFocus);
    element.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onFocus);
      element.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  useLayoutEffect(() => {
    if (!isOpen && menu.current!.contains(document.activeElement)) button.current!.focus();
  }, [isOpen]);
  const close = useCallback(() => setOpen(false), []);
  return (
    <div ref={menu} className={`menu ${className}`}>
      <button ref={button} type="button" className="tool" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      <div className={isOpen ? 'menu-sheet open' : 'menu-sheet'}>{children(close)}</div>
    </div>
  );
}
