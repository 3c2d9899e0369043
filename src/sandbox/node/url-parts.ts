/** Node's URL parser for contexts that have none: strings in, a string out. */

import { SETTABLE, type Settable } from '@/realm/web/settable-parts';

/** JSON of the URL's parts, after setting `property` to `value` where given; null where it does not parse. */
export function parseUrl(
  input: string,
  base: string | undefined,
  property: string | undefined,
  value: string | undefined,
): string | null {
  try {
    const url = new URL(input, base);
    const settable = SETTABLE.find((name): name is Settable => name === property);
    if (settable) url[settable] = String(value);
    const { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash } = url;
    return JSON.stringify({ href, origin, protocol, username, password, host, hostname, port, pathname, search, hash });
  } catch {
    return null;
  }
}
