import { isToken } from './methods';

const JAVASCRIPT = /^((text|application)\/(x-)?(java|ecma)script|text\/(jscript|livescript|javascript1\.[0-5]))$/;

/** https://mimesniff.spec.whatwg.org/#javascript-mime-type */
export function isJavaScriptType(essence: string): boolean {
  return JAVASCRIPT.test(essence);
}

/**
 * `type/subtype` in lower case, or null for a failure. The parameters never make the parse fail.
 * https://mimesniff.spec.whatwg.org/#parsing-a-mime-type
 */
export function mimeTypeEssence(input: string): string | null {
  const text = input.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const semicolon = text.indexOf(';', slash);
  const type = text.slice(0, slash);
  const subtype = text.slice(slash + 1, semicolon < 0 ? text.length : semicolon).replace(/[\t\n\r ]+$/, '');
  return isToken(type) && isToken(subtype) ? `${type}/${subtype}`.toLowerCase() : null;
}
