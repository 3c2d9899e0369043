/** Which cookies are taken and which are given. https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.7 */

import type { StoredCookie } from '../contract';
import { isPublicSuffix, registrableDomain } from './origins';
import { isSameCookie } from './same-cookie';
import type { ParsedCookie } from './set-cookie';
import type { ParsedUrl } from './urls';

export type CookieRefusal =
  | 'domain-mismatch'
  | 'public-suffix'
  | 'secure-over-http'
  | 'none-without-secure'
  | 'cross-site'
  | 'name-prefix'
  | 'partitioned-without-secure'
  | 'http-only-from-script'
  | 'http-only-exists'
  | 'secure-exists'
  | 'third-party';

export interface CookieContext {
  url: ParsedUrl;
  /** Simulated milliseconds. */
  now: number;
  /** Whether the exchange counts as same-site for SameSite. */
  sameSite: boolean;
  /**
   * A navigation to another site. `safe`: Lax cookies go along. `laxForNew`: milliseconds that a cookie without SameSite
   * does so even with POST.
   */
  navigation?: { safe: boolean; laxForNew: number };
  /** Jar of cookies that are partitioned by the page's site. */
  partition: string | null;
  /** Cookies that are not partitioned stay out. */
  onlyPartitioned: boolean;
  /** A cookie without SameSite counts as Lax. */
  defaultIsLax: boolean;
  fromScript: boolean;
  /** Whether `Secure` cookies go to this URL. */
  secureTransport: boolean;
  rules: CookieRules;
}

/** What a browser demands of a cookie. */
export interface CookieRules {
  /** `__Host-` and the like mean something; the path of `__Host-` has to be written, or only to be `/`. */
  prefixes: 'path-written' | 'path-is-root' | 'mean-nothing';
  /** SameSite=None and Partitioned need Secure. */
  crossSiteNeedsSecure: boolean;
  /** Of paths that are equally long, the cookies nearest to the host's own come first, and only then the older. */
  nearestFirst: boolean;
}

export const STANDARD_COOKIE_RULES: CookieRules = {
  prefixes: 'path-written',
  crossSiteNeedsSecure: true,
  nearestFirst: false,
};

/** The cookie as it is to be stored beside those of the store, or why it is refused. */
export function acceptCookie(
  cookie: ParsedCookie,
  context: CookieContext,
  cookies: readonly StoredCookie[],
): StoredCookie | CookieRefusal {
  const { url } = context;
  const host = url.hostname;
  if (cookie.domain !== null && cookie.domain !== '') {
    if (!domainMatches(host, cookie.domain)) return 'domain-mismatch';
    if (cookie.domain !== host && !domainMatches(cookie.domain, registrableDomain(host))) return 'public-suffix';
  }
  const hostOnly = !cookie.domain || isPublicSuffix(cookie.domain);
  const { crossSiteNeedsSecure } = context.rules;
  if (crossSiteNeedsSecure && cookie.sameSite === 'none' && !cookie.secure) return 'none-without-secure';
  if (!prefixHolds(cookie, context)) return 'name-prefix';
  if (cookie.secure && !context.secureTransport) return 'secure-over-http';
  if (cookie.httpOnly && context.fromScript) return 'http-only-from-script';
  if (isSameSiteOnly(cookie.sameSite, context) && !context.sameSite && !context.navigation) return 'cross-site';
  if (crossSiteNeedsSecure && cookie.partitioned && !cookie.secure) return 'partitioned-without-secure';
  const lifetime = cookie.maxAge !== null ? context.now + cookie.maxAge * 1000 : cookie.expires;
  const accepted: StoredCookie = {
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain || host,
    hostOnly,
    path: cookie.path ?? defaultPath(url),
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite,
    partition: context.partition,
    expires: lifetime,
    created: context.now,
  };
  if (overlaysSecure(accepted, context, cookies)) return 'secure-exists';
  if (context.fromScript && cookies.some((old) => old.httpOnly && isSameCookie(old, accepted))) {
    return 'http-only-exists';
  }
  return accepted;
}

/** Section 5.7, "leave Secure cookies alone": what came over http may not stand in front of what came over https. */
function overlaysSecure(
  { name, domain, path, secure, partition }: StoredCookie,
  { secureTransport }: CookieContext,
  cookies: readonly StoredCookie[],
): boolean {
  if (secure || secureTransport) return false;
  return cookies.some(
    (old) =>
      old.secure &&
      old.name === name &&
      old.partition === partition &&
      (domainMatches(old.domain, domain) || domainMatches(domain, old.domain)) &&
      pathMatches(path, old.path),
  );
}

function isSameSiteOnly(sameSite: StoredCookie['sameSite'], { defaultIsLax }: CookieContext): boolean {
  return sameSite === 'lax' || sameSite === 'strict' || (sameSite === 'default' && defaultIsLax);
}

/** https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.4 */
function prefixHolds(cookie: ParsedCookie, { rules, url, secureTransport }: CookieContext): boolean {
  if (rules.prefixes === 'mean-nothing') return true;
  const name = cookie.name.toLowerCase();
  if (/^__(secure|host|http)-/.test(name) && !secureTransport) return false;
  if (/^__(host-)?http-/.test(name) && !cookie.httpOnly) return false;
  if (name.startsWith('__host-')) {
    const path = cookie.path ?? (rules.prefixes === 'path-is-root' ? defaultPath(url) : null);
    return cookie.secure && !cookie.domain && path === '/';
  }
  return !/^__(secure|http)-/.test(name) || cookie.secure;
}

/** The store with the cookie in it: an older one of the same name, domain, path and partition goes; an expired one is not kept. */
export function withCookie(cookies: readonly StoredCookie[], cookie: StoredCookie, now: number): StoredCookie[] {
  const replaced = cookies.find((other) => isSameCookie(other, cookie));
  if (cookie.expires !== null && cookie.expires <= now) return cookies.filter((other) => other !== replaced);
  if (!replaced) return [...cookies, cookie];
  return cookies.map((other) => (other === replaced ? { ...cookie, created: replaced.created } : other));
}

/** The cookies that go to a URL, longest path first, then oldest first. */
export function matchingCookies(cookies: readonly StoredCookie[], context: CookieContext): StoredCookie[] {
  if (cookies.length === 0) return [];
  const { url } = context;
  return cookies
    .filter(
      (cookie) =>
        (cookie.hostOnly ? cookie.domain === url.hostname : domainMatches(url.hostname, cookie.domain)) &&
        pathMatches(url.pathname, cookie.path) &&
        (!cookie.secure || context.secureTransport) &&
        (!cookie.httpOnly || !context.fromScript) &&
        (cookie.expires === null || cookie.expires > context.now) &&
        (context.sameSite || !isSameSiteOnly(cookie.sameSite, context) || goesWithNavigation(cookie, context)) &&
        (cookie.partition === null ? !context.onlyPartitioned : cookie.partition === context.partition),
    )
    .sort(
      (a, b) =>
        b.path.length - a.path.length ||
        (context.rules.nearestFirst ? distance(a, url) - distance(b, url) : 0) ||
        a.created - b.created,
    );
}

/** libsoup, get_cookies: those for the host and all below it, those for the host alone, those of its parents. */
function distance({ domain, hostOnly }: StoredCookie, { hostname }: ParsedUrl): number {
  return hostOnly ? 1 : 2 * (hostname.length - domain.length);
}

function goesWithNavigation({ sameSite, created }: StoredCookie, { navigation, now }: CookieContext): boolean {
  if (!navigation || sameSite === 'strict') return false;
  return navigation.safe || (sameSite === 'default' && now - created < navigation.laxForNew);
}

export function cookieString(cookies: readonly StoredCookie[]): string {
  return cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ');
}

function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host));
}

function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true;
  return (
    requestPath.startsWith(cookiePath) && (cookiePath.endsWith('/') || requestPath.charAt(cookiePath.length) === '/')
  );
}

function defaultPath(url: ParsedUrl): string {
  const last = url.pathname.lastIndexOf('/');
  return last <= 0 ? '/' : url.pathname.slice(0, last);
}
