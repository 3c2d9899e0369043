/** URLs, parsed once. https://url.spec.whatwg.org/ */

import { platform } from './platform';

/** What the algorithms ask of a URL. Never changed: the same text may give the same object. */
export interface ParsedUrl {
  /** With fragment and credentials, as given. */
  readonly href: string;
  /** Without fragment and credentials: what goes on the wire and into messages. */
  readonly wire: string;
  /** Without the colon. */
  readonly scheme: string;
  readonly hostname: string;
  /** Explicit or default port; null for schemes without one. */
  readonly port: number | null;
  readonly pathname: string;
  readonly search: string;
  /** With `#`, or empty. */
  readonly hash: string;
  readonly username: string;
  readonly password: string;
  /** Serialized origin; `null` for schemes whose origin is opaque. */
  readonly origin: string;
}

const DEFAULT_PORTS: Record<string, number> = { http: 80, https: 443, ws: 80, wss: 443, ftp: 21 };

/** So many texts for each base, and so many bases: a page asks for the same few URLs again and again. */
const REMEMBERED = 200;
const LONGEST_REMEMBERED = 2048;
const parsed = new Map<string | undefined, Map<string, ParsedUrl | null>>();

/** null for a failure. */
export function parseUrl(text: string, base?: string): ParsedUrl | null {
  if (text.length > LONGEST_REMEMBERED) return parse(text, base);
  let known = parsed.get(base);
  if (!known) {
    if (parsed.size >= REMEMBERED) parsed.clear();
    known = new Map();
    parsed.set(base, known);
  }
  let url = known.get(text);
  if (url === undefined) {
    if (known.size >= REMEMBERED) known.clear();
    url = parse(text, base);
    known.set(text, url);
  }
  return url;
}

function parse(text: string, base: string | undefined): ParsedUrl | null {
  let url;
  try {
    url = new platform.URL(text, base);
  } catch {
    return null;
  }
  // in the path percent-encode set since 2024, which not every platform follows yet
  if (url.pathname.includes('^')) url.pathname = url.pathname.replaceAll('^', '%5E');
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

/** With its fragment. */
export function withoutCredentials(url: ParsedUrl): string {
  return includesCredentials(url) ? url.wire + url.hash : url.href;
}

/** https://url.spec.whatwg.org/#url-serializing-exclude-fragment */
export function withoutFragment(url: ParsedUrl): string {
  const hash = url.href.indexOf('#');
  return hash < 0 ? url.href : url.href.slice(0, hash);
}
