/** Origins and sites. https://html.spec.whatwg.org/#origin */

import { getDomain, getPublicSuffix } from 'tldts';
import { OPAQUE } from './document-origin';
import type { ParsedUrl } from './urls';

/** Whether a request from `origin` (serialized) to `url` is same-origin. An opaque origin is not even same-origin with itself here. */
export function isSameOrigin(origin: string, url: ParsedUrl): boolean {
  return origin !== OPAQUE && origin === url.origin;
}

const siteOfHost = new Map<string, string>();

/** Registrable domain by the public suffix list, private section included; the host itself where there is none. */
export function registrableDomain(hostname: string): string {
  let site = siteOfHost.get(hostname);
  if (site === undefined) {
    const domain = getDomain(hostname, { allowPrivateDomains: true, validateHostname: false });
    // a name that ends with a dot is another one than without
    site = domain === null ? hostname : domain + (hostname.endsWith('.') ? '.' : '');
    siteOfHost.set(hostname, site);
  }
  return site;
}

/** `com`, `github.io`, and any name of a single label. */
export function isPublicSuffix(hostname: string): boolean {
  return getPublicSuffix(hostname, { allowPrivateDomains: true, validateHostname: false }) === hostname;
}

/** Scheme and registrable domain, `https://example.com`. https://html.spec.whatwg.org/#obtain-a-site */
export function siteOf(url: ParsedUrl): string {
  return `${url.scheme}://${registrableDomain(url.hostname)}`;
}

/** https://html.spec.whatwg.org/#same-site */
export function isSameSite(a: ParsedUrl, b: ParsedUrl): boolean {
  return a.scheme === b.scheme && isSchemelesslySameSite(a, b);
}

/** https://html.spec.whatwg.org/#schemelessly-same-site */
export function isSchemelesslySameSite(a: ParsedUrl, b: ParsedUrl): boolean {
  return a.hostname === b.hostname || registrableDomain(a.hostname) === registrableDomain(b.hostname);
}
