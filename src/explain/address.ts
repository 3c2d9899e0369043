/** Parts of URLs as the picture writes them. Never throws: what does not parse is shown as it is. */

import { originOfPage } from '@/engine/infrastructure/document-origin';

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** The serialised origin; `null` for opaque origins, as browsers send it. */
export function originOf(url: string): string {
  return parse(url) ? originOfPage(url) : url;
}

export function pathOf(url: string): string {
  const parsed = parse(url);
  return parsed ? parsed.pathname + parsed.search : url;
}

/** The host without its scheme, for narrow pictures. */
export function hostOf(origin: string): string {
  return parse(origin)?.host || origin;
}
