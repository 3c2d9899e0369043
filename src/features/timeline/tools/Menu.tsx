import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

interface Props {
  label: string;
  className: string;
  /** `close` puts the focus back on the menu's button. */
  children: (close: () => void) => ReactNode;
}

/** A press shows what is in it; Escape, a press elsewhere and leaving it with the keyboard hide it again. */
export function Menu({ label, className, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && menu.current?.contains(target))) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    close();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div ref={menu} className={`menu ${className}`} onKeyDown={onKey} onBlur={onBlur}>
      <button ref={button} type="button" className="tool" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      <div className={isOpen ? 'menu-sheet open' : 'menu-sheet'}>{children(close)}</div>
    </div>
  );
}
