import type { Recording } from '@/truth/recording';

/** What tells one document from another. */
export function pageOf({ page, sandbox }: Recording): string {
  return JSON.stringify([page, sandbox ?? false]);
}
