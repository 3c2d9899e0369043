import type { ParsedUrl } from './urls';

/** https://w3c.github.io/webappsec-secure-contexts/#is-url-trustworthy */
export function isPotentiallyTrustworthy(url: Pick<ParsedUrl, 'scheme' | 'hostname'>): boolean {
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
