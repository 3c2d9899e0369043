/** Origins and sites. https://html.spec.whatwg.org/#origin */

import { getDomain, getPublicSuffix } from 'tldts';
import type { ParsedUrl } from './urls';

/** The serialization of every opaque origin. */
export const OPAQUE = 'null';

/**
 * The serialized origin of a document. Apps have their pages at schemes of their own (`capacitor://localhost`, `ionic://localhost`),
 * which their webviews are told to treat as tuples; a browser's own rule for unknown schemes would be an opaque origin.
 * https://ionicframework.com/docs/troubleshooting/cors
 */
export function documentOrigin(url: ParsedUrl): string {
  if (url.origin !== OPAQUE || url.scheme === 'file' || url.hostname === '') return url.origin;
  return `${url.scheme}://${url.hostname}${url.port === null ? '' : `:${url.port}`}`;
}

/** Whether a request from `origin` (serialized) to `url` is same-origin. An opaque origin is not even same-origin with itself here. */
export function isSameOrigin(origin: string, url: ParsedUrl): boolean {
  return origin !== OPAQUE && origin === url.origin;
}

const siteOfHost = new Map<string, string>();

/** Registrable domain by the public suffix list, private section included; the host itself where there is none. */
export function registrableDomain(hostname: string): string {
  let site = siteOfHost.get(hostname);
  if (site === undefined) {
    site = getDomain(hostname, { allowPrivateDomains: true, validateHostname: false }) ?? hostname;
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

/** https://w3c.github.io/webappsec-secure-contexts/#is-url-trustworthy */
export function isPotentiallyTrustworthy(url: ParsedUrl): boolean {
  return (
    url.scheme === 'https' ||
    url.scheme === 'wss' ||
    url.scheme === 'data' ||
    url.scheme === 'about' ||
    isLoopback(url.hostname)
  );
}

/** Loopback addresses, and the names that never leave the machine. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}
