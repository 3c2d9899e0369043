/** https://url.spec.whatwg.org/#url-class: the place's own parser below, one class above. */

import type { Platform } from '../runtime/platform';
import { SETTABLE, type Settable } from './settable-parts';
import { URLSearchParams } from './url-search-params';
import { toDOMString } from './web-idl';

interface Parts {
  href: string;
  origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
}

/** The parts of a URL, after setting one of them where asked for; null where it does not parse. */
type ParseUrl = (input: string, base?: string, property?: Settable, value?: string) => Parts | null;

export type UrlClass = ReturnType<typeof createUrl>;

export function createUrl(platform: Platform) {
  const parse = platform.bridge ? bridged(platform.bridge.url) : native(platform.NativeURL ?? globalThis.URL);

  class URL {
    #parts: Parts;
    #params: URLSearchParams;

    constructor(input: unknown, base?: unknown) {
      const parts = parse(toDOMString(input), base === undefined ? undefined : toDOMString(base));
      if (!parts) throw new TypeError(`Failed to construct 'URL': Invalid ${base === undefined ? '' : 'base '}URL`);
      this.#parts = parts;
      this.#params = URLSearchParams.of(parts.search, (query) => {
        this.#parts = parse(this.#parts.href, undefined, 'search', query) ?? this.#parts;
      });
    }

    static canParse(input: unknown, base?: unknown): boolean {
      return parse(toDOMString(input), base === undefined ? undefined : toDOMString(base)) !== null;
    }

    static parse(input: unknown, base?: unknown): URL | null {
      return URL.canParse(input, base) ? new URL(input, base) : null;
    }

    get origin(): string {
      return this.#parts.origin;
    }

    get searchParams(): URLSearchParams {
      return this.#params;
    }

    toString(): string {
      return this.#parts.href;
    }

    toJSON(): string {
      return this.#parts.href;
    }

    get [Symbol.toStringTag](): string {
      return 'URL';
    }

    static part(url: URL, name: Settable): string {
      return url.#parts[name];
    }

    static setPart(url: URL, name: Settable, value: string): void {
      const parts = parse(url.#parts.href, undefined, name, value);
      if (name === 'href' && !parse(value))
        throw new TypeError("Failed to set the 'href' property on 'URL': Invalid URL");
      if (!parts) return;
      url.#parts = parts;
      URLSearchParams.reload(url.#params, parts.search);
    }
  }

  const { part, setPart } = URL;
  // Not for the user's code.
  delete (URL as Partial<typeof URL>).part;
  delete (URL as Partial<typeof URL>).setPart;
  for (const name of SETTABLE) {
    Object.defineProperty(URL.prototype, name, {
      enumerable: true,
      configurable: true,
      get(this: URL) {
        return part(this, name);
      },
      set(this: URL, value: unknown) {
        setPart(this, name, String(value));
      },
    });
  }
  return URL as unknown as {
    new (input: unknown, base?: unknown): Parts & { searchParams: URLSearchParams; toString(): string };
    canParse(input: unknown, base?: unknown): boolean;
  };
}

function bridged(call: NonNullable<Platform['bridge']>['url']): ParseUrl {
  const read = JSON.parse as (text: string) => Parts;
  return (input, base, property, value) => {
    const parts = call(input, base, property, value);
    return parts === null ? null : read(parts);
  };
}

function native(Native: typeof globalThis.URL): ParseUrl {
  return (input, base, property, value) => {
    try {
      const url = new Native(input, base);
      if (property) url[property] = String(value);
      const { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash } = url;
      return { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash };
    } catch {
      return null;
    }
  };
}
