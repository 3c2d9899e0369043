import type { Scenario } from '@/scenario/document';

/** What the document can say and this version cannot run yet: a sentence that names it, or null. */
export function notOffered(scenario: Scenario): string | null {
  if (scenario.extension) return 'The browser extension that disables CORS is not offered in this version.';
  return null;
}
