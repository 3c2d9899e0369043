/** The document that the code in this realm runs in. A realm is one bundle of its own: there is one document in it. */

import type { UrlClass } from '@/realm/web';

export interface PageSettings {
  /** URL of the document. */
  url: string;
  /** Its serialised origin. */
  origin: string;
  /** A native app: nothing is forbidden. */
  unrestricted: boolean;
  URL: UrlClass;
}

let current: PageSettings | null = null;

export function openPage(settings: PageSettings): void {
  current = settings;
}

export function page(): PageSettings {
  if (!current) throw new Error('No page is open.');
  return current;
}
