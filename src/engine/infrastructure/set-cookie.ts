/** The Set-Cookie grammar. https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.6 */

import { EPOCH } from './epoch';

export interface ParsedCookie {
  name: string;
  value: string;
  domain: string | null;
  path: string | null;
  secure: boolean;
  httpOnly: boolean;
  partitioned: boolean;
  sameSite: 'strict' | 'lax' | 'none' | 'default';
  /** Seconds from now; null when absent. */
  maxAge: number | null;
  /** Simulated milliseconds; null when absent or not a date. */
  expires: number | null;
  /** What is odd about the attributes, in their order. */
  oddities: CookieOddity[];
}

export type CookieOddity = 'max-age' | 'samesite' | 'path-twice';

/** How a browser reads the line. */
export interface CookieSyntax {
  /** A text without `=` is a value without a name, or a name without a value. */
  nameless: 'value' | 'name';
  /** Control characters make the line void, tabs among them or not; or the line ends before them. */
  controls: 'refused-with-tabs' | 'refused' | 'end-the-line';
  /** Longer names and values are refused. */
  limitsSize: boolean;
  /** Of Max-Age and Expires the last stands; otherwise Max-Age. */
  lastLifetimeStands: boolean;
  /** Domain is compared as it is written. */
  domainKeepsCase: boolean;
}

export const STANDARD_COOKIE_SYNTAX: CookieSyntax = {
  nameless: 'value',
  controls: 'refused',
  limitsSize: true,
  lastLifetimeStands: false,
  domainKeepsCase: false,
};

/** Longer than 400 days is cut. Seconds. */
const MAXIMUM_LIFETIME = 400 * 24 * 60 * 60;
const MAXIMUM_NAME_AND_VALUE = 4096;
const MAXIMUM_ATTRIBUTE = 1024;

export type UnreadableCookie = 'empty' | 'name-characters' | 'value-characters' | 'too-big';

/** The cookie, or why the line is ignored: with the name as far as it was read. */
export function parseSetCookie(
  given: string,
  syntax = STANDARD_COOKIE_SYNTAX,
): ParsedCookie | { unreadable: UnreadableCookie; name: string } {
  const line = syntax.controls === 'end-the-line' ? upToControl(given) : given;
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  const text =
    equals < 0
      ? syntax.nameless === 'name'
        ? [pair, '']
        : ['', pair]
      : [pair.slice(0, equals), pair.slice(equals + 1)];
  const [name, value] = text.map(trim) as [string, string];
  if (hasControl(line, syntax.controls === 'refused-with-tabs')) return { unreadable: 'value-characters', name };
  if (name === '' && value === '' && syntax.controls !== 'end-the-line') return { unreadable: 'empty', name };
  if (name === '' && syntax.nameless === 'name') return { unreadable: 'name-characters', name };
  if (syntax.limitsSize && name.length + value.length > MAXIMUM_NAME_AND_VALUE) return { unreadable: 'too-big', name };
  const cookie: ParsedCookie = {
    name,
    value,
    domain: null,
    path: null,
    secure: false,
    httpOnly: false,
    partitioned: false,
    sameSite: 'default',
    maxAge: null,
    expires: null,
    oddities: [],
  };
  for (const attribute of attributes) applyAttribute(cookie, attribute, syntax);
  return cookie;
}

function applyAttribute(cookie: ParsedCookie, attribute: string, syntax: CookieSyntax): void {
  const equals = attribute.indexOf('=');
  const name = trim(equals < 0 ? attribute : attribute.slice(0, equals)).toLowerCase();
  const value = equals < 0 ? '' : trim(attribute.slice(equals + 1));
  if (value.length > MAXIMUM_ATTRIBUTE) return;
  switch (name) {
    case 'domain':
      cookie.domain = syntax.domainKeepsCase ? value.replace(/^\./, '') : value.replace(/^\./, '').toLowerCase();
      return;
    case 'path':
      if (cookie.path !== null) cookie.oddities.push('path-twice');
      cookie.path = value.startsWith('/') ? value : null;
      return;
    case 'secure':
      cookie.secure = true;
      return;
    case 'httponly':
      cookie.httpOnly = true;
      return;
    case 'partitioned':
      cookie.partitioned = true;
      return;
    case 'samesite':
      cookie.sameSite = sameSite(value);
      if (cookie.sameSite === 'default') cookie.oddities.push('samesite');
      return;
    case 'max-age':
      if (/^-?\d+$/.test(value)) {
        cookie.maxAge = Math.min(Number(value), MAXIMUM_LIFETIME);
        if (syntax.lastLifetimeStands) cookie.expires = null;
      } else if (value !== '') cookie.oddities.push('max-age');
      else if (syntax.lastLifetimeStands) cookie.maxAge = 0;
      return;
    case 'expires': {
      const date = Date.parse(value);
      if (Number.isNaN(date)) return;
      cookie.expires = date - EPOCH;
      if (syntax.lastLifetimeStands) cookie.maxAge = null;
      return;
    }
  }
}

function sameSite(value: string): ParsedCookie['sameSite'] {
  const lower = value.toLowerCase();
  return lower === 'strict' || lower === 'lax' || lower === 'none' ? lower : 'default';
}

function trim(text: string): string {
  return text.replace(/^[\t ]+|[\t ]+$/g, '');
}

function hasControl(text: string, tabs: boolean): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (isControl(text.charCodeAt(index)) && (tabs || text.charAt(index) !== '\t')) return true;
  }
  return false;
}

function upToControl(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    if (isControl(text.charCodeAt(index))) return text.slice(0, index);
  }
  return text;
}

function isControl(code: number): boolean {
  return code < 0x20 || code === 0x7f;
}
