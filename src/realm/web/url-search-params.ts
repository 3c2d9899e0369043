/** https://url.spec.whatwg.org/#interface-urlsearchparams */

import { PREVIEW } from '../runtime/format-value';
import { decodeUtf8, encodeUtf8 } from './encoding';
import { fromByteString } from '../codec';
import { toDOMString } from './web-idl';

type Pair = [name: string, value: string];

export class URLSearchParams {
  #pairs: Pair[] = [];
  /** The URL these belong to. */
  #changed: ((query: string) => void) | undefined;

  constructor(init: unknown = '') {
    this.#pairs = toPairs(init);
  }

  /** The parameters of a URL, which change with it and change it. */
  static of(query: string, changed: (query: string) => void): URLSearchParams {
    const params = new URLSearchParams(query);
    params.#changed = changed;
    return params;
  }

  /** Takes over what the URL's query has become. */
  static reload(params: URLSearchParams, query: string): void {
    params.#pairs = toPairs(query);
  }

  get size(): number {
    return this.#pairs.length;
  }

  append(name: unknown, value: unknown): void {
    this.#pairs.push([toDOMString(name), toDOMString(value)]);
    this.#update();
  }

  delete(name: unknown, value?: unknown): void {
    this.#pairs = this.#pairs.filter(
      (pair) => pair[0] !== toDOMString(name) || (value !== undefined && pair[1] !== toDOMString(value)),
    );
    this.#update();
  }

  get(name: unknown): string | null {
    return this.#pairs.find((pair) => pair[0] === toDOMString(name))?.[1] ?? null;
  }

  getAll(name: unknown): string[] {
    return this.#pairs.filter((pair) => pair[0] === toDOMString(name)).map(([, value]) => value);
  }

  has(name: unknown, value?: unknown): boolean {
    return this.#pairs.some(
      (pair) => pair[0] === toDOMString(name) && (value === undefined || pair[1] === toDOMString(value)),
    );
  }

  set(name: unknown, value: unknown): void {
    const first = this.#pairs.find((pair) => pair[0] === toDOMString(name));
    if (!first) return this.append(name, value);
    first[1] = toDOMString(value);
    this.#pairs = this.#pairs.filter((pair) => pair === first || pair[0] !== first[0]);
    this.#update();
  }

  sort(): void {
    this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#update();
  }

  forEach(callback: (value: string, name: string, params: URLSearchParams) => void, self?: unknown): void {
    for (const [name, value] of this.#pairs) callback.call(self, value, name, this);
  }

  *entries(): IterableIterator<Pair> {
    for (const [name, value] of this.#pairs) yield [name, value];
  }

  *keys(): IterableIterator<string> {
    for (const [name] of this.#pairs) yield name;
  }

  *values(): IterableIterator<string> {
    for (const [, value] of this.#pairs) yield value;
  }

  [Symbol.iterator](): IterableIterator<Pair> {
    return this.entries();
  }

  toString(): string {
    return this.#pairs.map(([name, value]) => `${serialize(name)}=${serialize(value)}`).join('&');
  }

  get [Symbol.toStringTag](): string {
    return 'URLSearchParams';
  }

  [PREVIEW](): Pair[] {
    return this.#pairs;
  }

  #update(): void {
    this.#changed?.(this.toString());
  }
}

function toPairs(init: unknown): Pair[] {
  if (init === null || init === undefined) return init === null ? parseQuery('null') : [];
  if (typeof init !== 'object' && typeof init !== 'function') return parseQuery(toDOMString(init).replace(/^\?/, ''));
  if (Symbol.iterator in init) {
    return Array.from(init as Iterable<Iterable<unknown>>, (pair): Pair => {
      const members = Array.from(pair);
      if (members.length !== 2) throw new TypeError('Sequence initializer must only contain pair elements');
      return [String(members[0]), String(members[1])];
    });
  }
  return Object.entries(init).map(([name, value]): Pair => [name, toDOMString(value)]);
}

/** https://url.spec.whatwg.org/#urlencoded-parsing */
export function parseQuery(query: string): Pair[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part): Pair => {
      const equals = part.indexOf('=');
      return equals < 0
        ? [deserialize(part), '']
        : [deserialize(part.slice(0, equals)), deserialize(part.slice(equals + 1))];
    });
}

function deserialize(text: string): string {
  const bytes = Array.from(encodeUtf8(text.replaceAll('+', ' ')), (byte) => String.fromCharCode(byte)).join('');
  const decoded = bytes.replace(/%([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeUtf8(fromByteString(decoded), { keepBom: true }) ?? '';
}

function serialize(text: string): string {
  return Array.from(encodeUtf8(text), (byte) => {
    if (byte === 0x20) return '+';
    const char = String.fromCharCode(byte);
    return /[A-Za-z0-9*\-._]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}
