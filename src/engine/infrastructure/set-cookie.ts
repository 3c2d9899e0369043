/** The Set-Cookie grammar. https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.6 */

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
  /** Milliseconds since the epoch; null when absent or not a date. */
  expires: number | null;
}

/** Longer than 400 days is cut. Seconds. */
const MAXIMUM_LIFETIME = 400 * 24 * 60 * 60;
const MAXIMUM_NAME_AND_VALUE = 4096;
const MAXIMUM_ATTRIBUTE = 1024;

/** null: the line is ignored. */
export function parseSetCookie(line: string): ParsedCookie | null {
  if (hasControlCharacter(line)) return null;
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  const name = equals < 0 ? '' : trim(pair.slice(0, equals));
  const value = trim(equals < 0 ? pair : pair.slice(equals + 1));
  if ((name === '' && value === '') || name.length + value.length > MAXIMUM_NAME_AND_VALUE) return null;
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
  };
  for (const attribute of attributes) applyAttribute(cookie, attribute);
  return cookie;
}

function applyAttribute(cookie: ParsedCookie, attribute: string): void {
  const equals = attribute.indexOf('=');
  const name = trim(equals < 0 ? attribute : attribute.slice(0, equals)).toLowerCase();
  const value = equals < 0 ? '' : trim(attribute.slice(equals + 1));
  if (value.length > MAXIMUM_ATTRIBUTE) return;
  switch (name) {
    case 'domain':
      cookie.domain = value.replace(/^\./, '').toLowerCase();
      return;
    case 'path':
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
      return;
    case 'max-age':
      if (/^-?\d+$/.test(value)) cookie.maxAge = Math.min(Number(value), MAXIMUM_LIFETIME);
      return;
    case 'expires': {
      const date = Date.parse(value);
      cookie.expires = Number.isNaN(date) ? null : date;
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

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true;
  }
  return false;
}
