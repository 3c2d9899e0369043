/** What Firefox prints about cookies: netwerk/locales/en-US/necko.properties, and which line it prints for what. */

import type { ConsoleLine } from '../contract';
import type { CookieRefusal } from '../infrastructure/cookie-store';
import type { CookieOddity, UnreadableCookie } from '../infrastructure/set-cookie';
import type { Words } from './profile';

type CookieWords = Pick<
  Words,
  'cookieStored' | 'cookieUnreadable' | 'cookieOddity' | 'cookieOmitted' | 'cookieRefused'
>;

export const FIREFOX_COOKIE_WORDS: CookieWords = {
  cookieStored: ({ name, partitioned }, stored) =>
    stored.partition !== null && !partitioned
      ? [
          warning(
            `Cookie “${name}” will soon be rejected because it is foreign and does not have the “Partitioned“ attribute.`,
          ),
        ]
      : [],
  cookieUnreadable: (why, name) => [UNREADABLE[why](name)],
  cookieOddity: (what, name) => [ODD[what](name)],
  cookieOmitted: ({ name }) => [
    warning(
      `Cookie “${name}” with the “SameSite” attribute value “Lax” or “Strict” was omitted because of a cross-site redirect.`,
    ),
  ],
  cookieRefused: ({ name }, why) => {
    const text = REFUSED[why];
    return text === undefined ? [] : [error(`Cookie “${name}” ${text}.`)];
  },
};

const UNREADABLE: Record<UnreadableCookie, (name: string) => ConsoleLine> = {
  empty: () => warning('Cookie with an empty name and an empty value has been rejected.'),
  'name-characters': (name) => error(`Cookie “${name}” has been rejected for invalid characters in the name.`),
  'value-characters': (name) => error(`Cookie “${name}” has been rejected for invalid characters in the value.`),
  'too-big': (name) => warning(`Cookie “${name}” is invalid because its size is too big. Max size is 4096 B.`),
};

const ODD: Record<CookieOddity, (name: string) => ConsoleLine> = {
  'max-age': (name) => info(`Invalid “max-age“ value for cookie “${name}”. The attribute is ignored.`),
  samesite: (name) =>
    info(`Invalid “SameSite“ value for cookie “${name}”. The supported values are: “Lax“, “Strict“, “None“.`),
  'path-twice': (name) => warning(`The value of the attribute “path” for the cookie “${name}” has been overwritten.`),
};

const REFUSED: Partial<Record<CookieRefusal, string>> = {
  'domain-mismatch': 'has been rejected for invalid domain',
  'public-suffix': 'has been rejected for invalid domain',
  'name-prefix': 'has been rejected for invalid prefix',
  'cross-site': 'has been rejected because it is in a cross-site context and its “SameSite” is “Lax” or “Strict”',
  'secure-over-http': 'has been rejected because a non-HTTPS cookie can’t be set as “secure”',
  'none-without-secure': 'rejected because it has the “SameSite=None” attribute but is missing the “secure” attribute',
  'secure-exists': 'has been rejected because there is an existing “secure” cookie',
  'partitioned-without-secure':
    'has been rejected because it has the “Partitioned” attribute but is missing the “secure” attribute',
};

function error(text: string): ConsoleLine {
  return { level: 'error', text };
}

function warning(text: string): ConsoleLine {
  return { level: 'warn', text };
}

function info(text: string): ConsoleLine {
  return { level: 'info', text };
}
