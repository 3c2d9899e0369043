/** Values that are lists or numbers, parsed by their ABNF. https://fetch.spec.whatwg.org/#extract-header-list-values */

import type { HeaderList } from '../contract';
import { getHeader } from './headers';
import { isToken } from './methods';

/** The tokens of a comma-separated header; a member that is no token makes the whole a failure. */
export type TokenList = { ok: true; tokens: string[] } | { ok: false; invalid: string; value: string };

const EMPTY: TokenList = { ok: true, tokens: [] };

/** Absent: an empty list. Empty members are allowed and left out. */
export function extractTokens(headers: Readonly<HeaderList>, name: string): TokenList {
  const value = getHeader(headers, name);
  if (value === null) return EMPTY;
  const tokens: string[] = [];
  for (const member of value.split(',')) {
    const token = member.replace(/^[\t ]+|[\t ]+$/g, '');
    if (token === '') continue;
    if (!isToken(token)) return { ok: false, invalid: token, value };
    tokens.push(token);
  }
  return { ok: true, tokens };
}
