/** Cookies on the way out and in. https://fetch.spec.whatwg.org/#cookies */

import { getHeaderLines } from '../infrastructure/headers';
import {
  acceptCookie,
  cookieString,
  matchingCookies,
  withCookie,
  type CookieContext,
} from '../infrastructure/cookie-store';
import { isSameSite, isSchemelesslySameSite } from '../infrastructure/origins';
import { isPotentiallyTrustworthy } from '../infrastructure/trustworthy';
import { parseSetCookie } from '../infrastructure/set-cookie';
import type { ParsedUrl } from '../infrastructure/urls';
import { DOORS } from '../profiles/doors';
import {
  currentUrl,
  sendsCredentials,
  type Environment,
  type FetchParams,
  type InternalResponse,
} from './fetch-params';
import { note, way } from './trace';

/** The value of Cookie; empty: none is sent. */
export function cookieHeader(params: FetchParams): string {
  const { environment } = params;
  const context = contextOf(params);
  if (context === null || environment.store.cookies.length === 0) return '';
  const cookies = matchingCookies(environment.store.cookies, context);
  if (environment.trace) {
    const detail = { cookies: cookies.map(({ name }) => name) };
    way(params, { step: 'cookies-attached', spec: 'append-a-request-cookie-header', detail }, cookies.length > 0);
  }
  return cookieString(cookies);
}

/** Tells of the cookies that stay behind because of a redirect alone. */
export function reportOmittedCookies(params: FetchParams): void {
  const { environment, request } = params;
  if (request.redirectTaint !== 'cross-site' || !sendsCredentials(params) || !isSameSiteUrl(params)) return;
  const context = contextOf(params);
  if (context === null || context.sameSite) return;
  const sent = matchingCookies(environment.store.cookies, context);
  for (const cookie of matchingCookies(environment.store.cookies, { ...context, sameSite: true })) {
    if (sent.includes(cookie)) continue;
    for (const line of environment.profile.words.cookieOmitted(cookie)) environment.print(line, params.id);
  }
}

/** https://fetch.spec.whatwg.org/#parse-and-store-response-set-cookie-headers */
export function storeResponseCookies(params: FetchParams, response: InternalResponse): void {
  const lines = getHeaderLines(response.headers, 'set-cookie');
  if (lines.length === 0) return;
  const context = contextOf(params);
  const { environment } = params;
  const { words } = environment.profile;
  for (const line of lines) {
    const parsed = parseSetCookie(line, environment.profile.cookies.syntax);
    if ('unreadable' in parsed) {
      for (const text of words.cookieUnreadable(parsed.unreadable, parsed.name)) environment.print(text, params.id);
      continue;
    }
    for (const oddity of parsed.oddities) {
      for (const text of words.cookieOddity(oddity, parsed.name)) environment.print(text, params.id);
    }
    const accepted = context === null ? 'third-party' : acceptCookie(parsed, context, environment.store.cookies);
    if (typeof accepted === 'string') {
      if (environment.trace) {
        const detail = { cookie: parsed.name, why: accepted, sameSite: parsed.sameSite };
        note(params, { step: 'cookie-refused', spec: 'parse-and-store-response-set-cookie-headers', detail });
      }
      for (const text of words.cookieRefused(parsed, accepted)) environment.print(text, params.id);
      continue;
    }
    environment.store.cookies = withCookie(environment.store.cookies, accepted, environment.now());
    for (const text of words.cookieStored(parsed, accepted)) environment.print(text, params.id);
    if (environment.trace) {
      const removed = accepted.expires !== null && accepted.expires <= environment.now();
      const partitioned = accepted.partition !== null;
      const detail = { cookie: parsed.name, sameSite: parsed.sameSite, partitioned, ...(removed ? { removed } : {}) };
      const spec = 'parse-and-store-response-set-cookie-headers';
      note(params, { step: 'cookie-stored', spec, detail, cookie: accepted });
    }
  }
}

/** null: this browser neither sends nor takes cookies here. */
function contextOf(params: FetchParams): CookieContext | null {
  const { environment, request } = params;
  const { cookies } = environment.profile;
  const url = currentUrl(request);
  const navigating = request.record.mode === 'navigate';
  const chain = cookies.thirdPartySticks ? request.urls : [url];
  const thirdParty = !navigating && chain.some((each) => isThirdParty(environment, each));
  if (thirdParty && cookies.thirdParty === 'blocked') return null;
  const partition = thirdParty && cookies.thirdParty === 'partitioned' ? environment.partition : null;
  return {
    url,
    now: environment.now(),
    sameSite: isSameSiteRequest(params),
    ...(navigating ? { navigation: navigationOf(params) } : {}),
    partition,
    onlyPartitioned: partition !== null,
    defaultIsLax: cookies.defaultIsLax,
    fromScript: false,
    rules: cookies.rules,
    secureTransport: cookies.secureOnLoopback ? isPotentiallyTrustworthy(url) : url.scheme === 'https',
  };
}

/** https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.2: the page itself is to be replaced. */
function navigationOf({ environment, request }: FetchParams): NonNullable<CookieContext['navigation']> {
  if (request.method === 'GET' || request.method === 'HEAD') return { safe: true, laxForNew: 0 };
  return { safe: false, laxForNew: DOORS[environment.profile.name].laxAllowsUnsafe };
}

function isThirdParty(environment: Environment, url: ParsedUrl): boolean {
  if (environment.origin === 'null' && environment.profile.cookies.opaquePage === 'third-party') return true;
  return !isSchemelesslySameSite(environment.clientUrl, url);
}

/** https://fetch.spec.whatwg.org/#determine-the-same-site-mode */
function isSameSiteRequest(params: FetchParams): boolean {
  const { environment, request } = params;
  const { sameSiteLooksAtRedirects } = environment.profile.cookies;
  if (request.redirectTaint === 'cross-site' && sameSiteLooksAtRedirects) return false;
  return isSameSiteUrl(params);
}

function isSameSiteUrl({ environment, request }: FetchParams): boolean {
  const { opaquePage, schemeful } = environment.profile.cookies;
  const { clientUrl, origin } = environment;
  const url = currentUrl(request);
  if (origin === 'null') return opaquePage === 'same-site-to-its-host' && url.hostname === clientUrl.hostname;
  const same = schemeful ? isSameSite : isSchemelesslySameSite;
  return same(clientUrl, url);
}

/** document.cookie, read. */
export function documentCookies(environment: Environment): string {
  if (environment.origin === 'null') return '';
  return cookieString(
    matchingCookies(environment.store.cookies, firstPartyContext(environment, environment.clientUrl, true)),
  );
}

/** Stored as if `url` were open in a tab. */
export function storeFirstPartyCookie(
  environment: Environment,
  url: ParsedUrl,
  line: string,
  fromScript: boolean,
): void {
  const parsed = parseSetCookie(line, environment.profile.cookies.syntax);
  if ('unreadable' in parsed) return;
  const accepted = acceptCookie(parsed, firstPartyContext(environment, url, fromScript), environment.store.cookies);
  if (typeof accepted === 'string') return;
  environment.store.cookies = withCookie(environment.store.cookies, accepted, environment.now());
}

function firstPartyContext(environment: Environment, url: ParsedUrl, fromScript: boolean): CookieContext {
  return {
    url,
    now: environment.now(),
    sameSite: true,
    partition: null,
    onlyPartitioned: false,
    defaultIsLax: environment.profile.cookies.defaultIsLax,
    fromScript,
    rules: environment.profile.cookies.rules,
    secureTransport: environment.profile.cookies.secureOnLoopback
      ? isPotentiallyTrustworthy(url)
      : url.scheme === 'https',
  };
}
