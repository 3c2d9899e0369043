/** `location`: to be read; to go elsewhere would end the run. */

import type { UrlClass } from '@/realm/web';
import { notOffered } from './not-offered';

const PARTS = ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;

/** @param origin serialised, as the document has it */
export function createLocation(url: InstanceType<UrlClass>, origin: string): { readonly href: string } {
  const location = {
    get href() {
      return url.href;
    },
    set href(_value: string) {
      notOffered('Navigation (location.href = …)');
    },
    origin,
    assign: () => notOffered('location.assign'),
    replace: () => notOffered('location.replace'),
    reload: () => notOffered('location.reload'),
    toString: () => url.href,
  };
  for (const part of PARTS) Object.defineProperty(location, part, { enumerable: true, value: url[part] });
  return location;
}
