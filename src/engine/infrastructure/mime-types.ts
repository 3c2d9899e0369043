/** https://mimesniff.spec.whatwg.org/#parsing-a-mime-type */

import { isToken } from './methods';

/** `type/subtype` in lower case, or null for a failure. The parameters never make the parse fail. */
export function mimeTypeEssence(input: string): string | null {
  const text = input.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const semicolon = text.indexOf(';', slash);
  const type = text.slice(0, slash);
  const subtype = text.slice(slash + 1, semicolon < 0 ? text.length : semicolon).replace(/[\t\n\r ]+$/, '');
  return isToken(type) && isToken(subtype) ? `${type}/${subtype}`.toLowerCase() : null;
}
