import { useEffect } from 'react';
import { placeOf } from '@/lessons/catalogue';

/** Alt+PageDown and Alt+PageUp turn to the next lesson and the one before, from anywhere. */
export function useLessonKeys(id: string): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const place = placeOf(id);
      const wanted = event.key === 'PageDown' ? place?.next : event.key === 'PageUp' ? place?.previous : undefined;
      if (!wanted) return;
      event.preventDefault();
      window.location.hash = `#/lesson/${wanted}`;
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [id]);
}
