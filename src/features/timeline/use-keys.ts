import { useEffect } from 'react';
import { usePlayhead } from '@/stores/playhead';

/** Space plays, arrows step, Home and End go to the ends, from anywhere but a field or an element with keys of its own. */
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

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
const ROVING =
  '[role="tablist"], [role="radiogroup"], [role="listbox"], [role="menu"], [role="combobox"], [role="dialog"], dialog';
const PRESSED = 'button, a[href], summary, [role="switch"], [role="button"]';

function hasOwnKeys(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return false;
  if (target.closest(FIELDS) || target.closest(ROVING)) return true;
  return event.key === ' ' && target.closest(PRESSED) !== null;
}
