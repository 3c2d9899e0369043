import type { Stop } from '@/explain';

/** A decision, or something that the browser kept. */
export function hasCallout(stop: Stop | undefined): boolean {
  return stop !== undefined && (stop.number !== null || stop.notes.length > 0);
}
