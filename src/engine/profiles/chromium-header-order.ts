/** Which of several refused headers Chromium names. */

/** The header that comes first in the iteration order of Blink's header map. */
export function firstInBlinksHashTable(missing: readonly string[]): string {
  return missing[0] ?? '';
}
