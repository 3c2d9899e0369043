/**
 * Header lists, names and values. https://fetch.spec.whatwg.org/#terminology-headers
 * Names and values are byte strings: one char per byte.
 */

import type { HeaderList } from '../contract';
import { isForbiddenMethod, isToken } from './methods';
import { isSafelistedRequestHeaderValue } from './safelisted-headers';

/** https://fetch.spec.whatwg.org/#header-name */
export function isHeaderName(name: string): boolean {
  return isToken(name);
}

/** Without leading and trailing HTTP whitespace bytes. https://fetch.spec.whatwg.org/#concept-header-value-normalize */
export function normalizeHeaderValue(value: string): string {
  return value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
}

/** https://fetch.spec.whatwg.org/#header-value */
export function isHeaderValue(value: string): boolean {
  if (value !== normalizeHeaderValue(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const byte = value.charCodeAt(index);
    if (byte === 0x00 || byte === 0x0a || byte === 0x0d || byte > 0xff) return false;
  }
  return true;
}

const FORBIDDEN_REQUEST_HEADERS = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);
const METHOD_OVERRIDES = new Set(['x-http-method', 'x-http-method-override', 'x-method-override']);

/** https://fetch.spec.whatwg.org/#forbidden-request-header */
export function isForbiddenRequestHeader(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (FORBIDDEN_REQUEST_HEADERS.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  return METHOD_OVERRIDES.has(lower) && getDecodeAndSplit(value).some(isForbiddenMethod);
}

/** https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeaderName(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === 'set-cookie' || lower === 'set-cookie2';
}

const CORS_SAFELISTED_RESPONSE = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/** https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name, without what is exposed. */
export function isCorsSafelistedResponseHeaderName(name: string): boolean {
  return CORS_SAFELISTED_RESPONSE.has(name.toLowerCase());
}

const NO_CORS_SAFELISTED = new Set(['accept', 'accept-language', 'content-language', 'content-type']);

/** https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header */
export function isNoCorsSafelistedRequestHeader(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  return NO_CORS_SAFELISTED.has(lower) && isSafelistedRequestHeaderValue(lower, value);
}

/** All values of `name`, joined with `, `; null when there is none. https://fetch.spec.whatwg.org/#concept-header-list-get */
export function getHeader(list: Readonly<HeaderList>, name: string): string | null {
  const lower = name.toLowerCase();
  let combined: string | null = null;
  for (const [candidate, value] of list) {
    if (candidate.length === lower.length && candidate.toLowerCase() === lower) {
      combined = combined === null ? value : `${combined}, ${value}`;
    }
  }
  return combined;
}

/** The values of `name` one by one, as they stand in the list. */
export function getHeaderLines(list: Readonly<HeaderList>, name: string): string[] {
  const lower = name.toLowerCase();
  return list.filter(([candidate]) => candidate.toLowerCase() === lower).map(([, value]) => value);
}

export function hasHeader(list: Readonly<HeaderList>, name: string): boolean {
  const lower = name.toLowerCase();
  return list.some(([candidate]) => candidate.length === lower.length && candidate.toLowerCase() === lower);
}

/** Lower-case names in order, each once with its values combined; `set-cookie` keeps one entry a value. https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine */
export function sortAndCombine(list: Readonly<HeaderList>): HeaderList {
  const sorted = list.map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  sorted.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const combined: HeaderList = [];
  for (const header of sorted) {
    const last = combined.at(-1);
    if (last && last[0] === header[0] && header[0] !== 'set-cookie') last[1] = `${last[1]}, ${header[1]}`;
    else combined.push(header);
  }
  return combined;
}

/** The members of a comma-separated value; commas in quoted strings do not count. https://fetch.spec.whatwg.org/#header-value-get-decode-and-split */
export function getDecodeAndSplit(value: string): string[] {
  if (!value.includes('"')) return value.split(',').map(trimTabOrSpace);
  const members: string[] = [];
  let member = '';
  let position = 0;
  while (position < value.length) {
    const char = value.charAt(position);
    if (char === ',') {
      members.push(trimTabOrSpace(member));
      member = '';
      position += 1;
    } else if (char === '"') {
      const end = endOfQuotedString(value, position);
      member += value.slice(position, end);
      position = end;
    } else {
      member += char;
      position += 1;
    }
  }
  members.push(trimTabOrSpace(member));
  return members;
}

function endOfQuotedString(text: string, start: number): number {
  let position = start + 1;
  while (position < text.length && text.charAt(position) !== '"') {
    position += text.charAt(position) === '\\' ? 2 : 1;
  }
  return Math.min(position + 1, text.length);
}

function trimTabOrSpace(text: string): string {
  return text.replace(/^[\t ]+|[\t ]+$/g, '');
}
