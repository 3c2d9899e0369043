import { useEffect } from 'react';
import { usePlayhead } from '@/stores/playhead';

/** Space plays, arrows step, Home and End go to the ends, from anywhere but where they have a use of their own. */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForPicture(event)) return;
      const { seek, step, play, pause, playing, keys } = usePlayhead.getState();
      const moves: Record<string, () => void> = {
        ' ': playing ? pause : play,
        ArrowRight: () => step(1),
        ArrowLeft: () => step(-1),
        Home: () => seek(0),
        End: () => seek(keys.length - 1),
      };
      const move = moves[event.key];
      if (!move || keys.length === 0) return;
      event.preventDefault();
      move();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** Whether a key may be one of the picture's: nobody has taken it, and no field or element has use for it. */
export function isForPicture(event: KeyboardEvent): boolean {
  return !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || hasOwnKeys(event));
}

/** They take every key: text, and lists that find by its letters. */
const ALL =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="listbox"], [role="menu"], [role="combobox"], [role="dialog"], dialog';
/** Rows of which one has the focus. */
const ROW = '[role="tablist"], [role="radiogroup"], input[type="radio"]';
const ROW_KEYS = new Set(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']);
const PRESSED = 'button, a[href], summary, [role="switch"], [role="button"], input';

function hasOwnKeys({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (takesAllKeys(target)) return true;
  if (ROW_KEYS.has(key)) return target.closest(ROW) !== null;
  return key === ' ' && target.closest(PRESSED) !== null;
}

/** Whether somebody types there, or chooses. */
export const takesAllKeys = (element: Element | null): boolean => element?.closest(ALL) != null;
