import { useEffect, useState, useSyncExternalStore } from 'react';

/** Room for two editors and a pointer that hits letters. */
const query = '(min-width: 800px) and (pointer: fine)';

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}

/** Whether to bring the rich editor: where it suits the device, and not before the page has settled. */
export function useRichEditing(): boolean {
  const suits = useSyncExternalStore(subscribe, () => matchMedia(query).matches);
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
