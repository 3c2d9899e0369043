import { isOrigin, isUrl } from '@/scenario/addresses';

/** The origin that a page at this URL sends; "null" for opaque ones. App schemes keep theirs, as WebViews do. */
export function originOf(page: string): string {
  const url = URL.parse(page);
  if (!url) return 'null';
  if (url.origin !== 'null' || url.protocol === 'file:' || url.host === '') return url.origin;
  return `${url.protocol}//${url.host}`;
}

export const pageProblem = (text: string): string | undefined =>
  isUrl(text) ? undefined : 'A URL such as https://app.example.com/';

export const originProblem = (text: string): string | undefined =>
  isOrigin(text) ? undefined : 'An origin: scheme://host[:port], without a path';
