/** Knows no sites, so that whoever only shows an origin need not load the list of public suffixes. */

import { parseUrl, type ParsedUrl } from './urls';

/** The serialization of every opaque origin. */
export const OPAQUE = 'null';

/**
 * The serialized origin of a document. Apps have their pages at schemes of their own (`capacitor://localhost`, `ionic://localhost`),
 * which their webviews are told to treat as tuples; a browser's own rule for unknown schemes would be an opaque origin.
 * https://ionicframework.com/docs/troubleshooting/cors
 */
export function documentOrigin(url: ParsedUrl): string {
  if (url.origin !== OPAQUE || url.scheme === 'file' || url.hostname === '') return url.origin;
  return `${url.scheme}://${url.hostname}${url.port === null ? '' : `:${url.port}`}`;
}

/** The origin that a page of this URL sends. What is no URL has an opaque one. */
export function originOfPage(page: string, sandboxed = false): string {
  const url = sandboxed ? null : parseUrl(page);
  return url === null ? OPAQUE : documentOrigin(url);
}
