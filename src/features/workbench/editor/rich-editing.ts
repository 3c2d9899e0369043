import { useEffect, useState } from 'react';
import { useRun } from '@/stores/run';
import { useMedia } from '@/ui/use-media';

/** Room for two editors and a pointer that hits letters. */
const query = '(min-width: 800px) and (pointer: fine)';

/** Whether to bring the rich editor: where it suits the device, and not before the first verdict is on the screen. */
export function useRichEditing(): boolean {
  const suits = useMedia(query);
  const hasRun = useRun((state) => state.runs > 0 || state.status === 'failed');
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!suits || !hasRun || settled) return;
    if ('requestIdleCallback' in window) {
      const handle = requestIdleCallback(() => setSettled(true), { timeout: 2000 });
      return () => cancelIdleCallback(handle);
    }
    const timer = setTimeout(() => setSettled(true), 600);
    return () => clearTimeout(timer);
  }, [suits, hasRun, settled]);
  return suits && settled;
}
