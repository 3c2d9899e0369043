import type { StoredCookie } from '../contract';

/** Whether one takes the place of the other. https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.7 */
export function isSameCookie(a: StoredCookie, b: StoredCookie): boolean {
  return (
    a.name === b.name &&
    a.domain === b.domain &&
    a.path === b.path &&
    a.partition === b.partition &&
    a.hostOnly === b.hostOnly
  );
}
