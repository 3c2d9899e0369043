import type { KeyboardEvent } from 'react';

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Where a key leads in a row of which one has the only tab stop: the arrows go round, Home and End to its ends. Undefined for
 * every other key, and with a modifier: Alt and an arrow is the browser's way back.
 */
export function rovingIndex(event: KeyboardEvent, at: number, count: number): number | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return undefined;
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return count - 1;
  const step = steps[event.key];
  return step === undefined ? undefined : (at + step + count) % count;
}
