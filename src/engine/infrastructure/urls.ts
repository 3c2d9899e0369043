/** URLs, parsed once. https://url.spec.whatwg.org/ */

import { platform } from './platform';

/** What the algorithms ask of a URL. */
export interface ParsedUrl {
  /** With fragment and credentials, as given. */
  href: string;
  /** Without fragment and credentials: what goes on the wire and into messages. */
  wire: string;
  /** Without the colon. */
  scheme: string;
  hostname: string;
  /** Explicit or default port; null for schemes without one. */
  port: number | null;
  pathname: string;
  search: string;
  /** With `#`, or empty. */
  hash: string;
  username: string;
  password: string;
  /** Serialized origin; `null` for schemes whose origin is opaque. */
  origin: string;
}

const DEFAULT_PORTS: Record<string, number> = { http: 80, https: 443, ws: 80, wss: 443, ftp: 21 };

/** null for a failure. */
export function parseUrl(text: string, base?: string): ParsedUrl | null {
  let url;
  try {
    url = new platform.URL(text, base);
  } catch {
    return null;
  }
  const scheme = url.protocol.slice(0, -1);
  const { href, hash, username, password } = url;
  const wire = hash || username || password || href.endsWith('#') ? withoutFragmentAndCredentials(url) : href;
  return {
    href,
    wire,
    scheme,
    hostname: url.hostname,
    port: url.port ? Number(url.port) : (DEFAULT_PORTS[scheme] ?? null),
    pathname: url.pathname,
    search: url.search,
    hash,
    username,
    password,
    origin: url.origin,
  };
}

function withoutFragmentAndCredentials(url: InstanceType<typeof platform.URL>): string {
  const { href } = url;
  url.username = '';
  url.password = '';
  url.hash = '';
  const stripped = url.href;
  url.href = href;
  return stripped;
}

/** https://url.spec.whatwg.org/#include-credentials */
export function includesCredentials(url: ParsedUrl): boolean {
  return url.username !== '' || url.password !== '';
}

/** https://fetch.spec.whatwg.org/#http-scheme */
export function isHttp(url: ParsedUrl): boolean {
  return url.scheme === 'https' || url.scheme === 'http';
}

/** https://fetch.spec.whatwg.org/#local-scheme */
export function isLocal(url: ParsedUrl): boolean {
  return url.scheme === 'about' || url.scheme === 'blob' || url.scheme === 'data';
}

/** With its fragment. */
export function withoutCredentials(url: ParsedUrl): string {
  return includesCredentials(url) ? url.wire + url.hash : url.href;
}

/** https://url.spec.whatwg.org/#url-serializing-exclude-fragment */
export function withoutFragment(url: ParsedUrl): string {
  const hash = url.href.indexOf('#');
  return hash < 0 ? url.href : url.href.slice(0, hash);
}
