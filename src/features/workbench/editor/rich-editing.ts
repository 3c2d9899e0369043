import { useEffect, useState } from 'react';
import { useMedia } from '@/ui/use-media';

/** Room for two editors and a pointer that hits letters. */
const query = '(min-width: 800px) and (pointer: fine)';

/** Whether to bring the rich editor: where it suits the device, and not before the page has settled. */
export function useRichEditing(): boolean {
  const suits = useMedia(query);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!suits || settled) return;
    if ('requestIdleCallback' in window) {
      const handle = requestIdleCallback(() => setSettled(true), { timeout: 2000 });
      return () => cancelIdleCallback(handle);
    }
    const timer = setTimeout(() => setSettled(true), 600);
    return () => clearTimeout(timer);
  }, [suits, settled]);
  return suits && settled;
}
