import type { Recording } from '@/truth/recording';

/** What tells one document from another. Code of its own gets a document of its own. */
export function pageOf({ id, page, sandbox, steps }: Recording): string {
  return JSON.stringify([page, sandbox ?? false, steps[0]?.request.code === undefined ? '' : id]);
}
