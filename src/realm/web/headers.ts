/** https://fetch.spec.whatwg.org/#headers-class */

import type { HeaderList } from '@/engine';
import {
  getHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeaderName,
  isHeaderName,
  isHeaderValue,
  isNoCorsSafelistedRequestHeader,
  normalizeHeaderValue,
  sortAndCombine,
} from '@/engine/infrastructure/headers';
import { PREVIEW } from '../runtime/format-value';
import { type Caller, refusal } from './words';

/** https://fetch.spec.whatwg.org/#headers-guard */
export type Guard = 'none' | 'request' | 'request-no-cors' | 'response' | 'immutable';

interface State {
  list: HeaderList;
  guard: Guard;
}

const states = new WeakMap<Headers, State>();

function stateOf(headers: Headers): State {
  const state = states.get(headers);
  if (!state) throw new TypeError('Illegal invocation');
  return state;
}

export class Headers {
  constructor(init?: unknown) {
    states.set(this, { list: [], guard: 'none' });
    if (init !== undefined) fillHeaders(this, toHeaderPairs(init, 'Headers'), 'Headers');
  }

  append(...given: unknown[]): void {
    const [name, value] = pairOf(given, 'Headers.append');
    appendHeader(this, name, value, 'Headers.append');
  }

  delete(...given: unknown[]): void {
    const name = nameOf(given, 'Headers.delete');
    const state = stateOf(this);
    if (!isHeaderName(name)) throw refusal('invalid-header-name', 'Headers.delete', { name });
    if (!mayWrite(state, name, '', 'Headers.delete')) return;
    const lower = name.toLowerCase();
    if (state.guard === 'request-no-cors' && !NO_CORS_NAMES.has(lower)) return;
    removeHeader(state.list, lower);
  }

  get(...given: unknown[]): string | null {
    const name = nameOf(given, 'Headers.get');
    if (!isHeaderName(name)) throw refusal('invalid-header-name', 'Headers.get', { name });
    return getHeader(stateOf(this).list, name);
  }

  has(...given: unknown[]): boolean {
    const name = nameOf(given, 'Headers.has');
    if (!isHeaderName(name)) throw refusal('invalid-header-name', 'Headers.has', { name });
    return getHeader(stateOf(this).list, name) !== null;
  }

  set(...given: unknown[]): void {
    const [name, raw] = pairOf(given, 'Headers.set');
    const value = checkedValue(name, raw, 'Headers.set');
    const state = stateOf(this);
    if (!mayWrite(state, name, value, 'Headers.set')) return;
    if (state.guard === 'request-no-cors' && !isNoCorsSafelistedRequestHeader(name, value)) return;
    const lower = name.toLowerCase();
    const first = state.list.find(([other]) => other.toLowerCase() === lower);
    if (first) {
      first[1] = value;
      state.list = state.list.filter((pair) => pair === first || pair[0].toLowerCase() !== lower);
    } else state.list.push([name, value]);
    if (state.guard === 'request-no-cors') removePrivileged(state.list);
  }

  getSetCookie(): string[] {
    return stateOf(this)
      .list.filter(([name]) => name.toLowerCase() === 'set-cookie')
      .map(([, value]) => value);
  }

  forEach(callback: (value: string, name: string, headers: Headers) => void, self?: unknown): void {
    for (const [name, value] of this.entries()) callback.call(self, value, name, this);
  }

  *entries(): IterableIterator<[string, string]> {
    for (let index = 0; ; index += 1) {
      const pair = sortAndCombine(stateOf(this).list)[index];
      if (!pair) return;
      yield [pair[0], pair[1]];
    }
  }

  *keys(): IterableIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): IterableIterator<string> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }

  get [Symbol.toStringTag](): string {
    return 'Headers';
  }

  [PREVIEW](): [string, string][] {
    return [];
  }
}

/** Headers as a Request or a Response has them. */
export function createHeaders(list: Readonly<HeaderList>, guard: Guard): Headers {
  const headers = new Headers();
  states.set(headers, { list: list.map(([name, value]) => [name, value]), guard });
  return headers;
}

export function headerList(headers: Headers): HeaderList {
  return stateOf(headers).list.map(([name, value]) => [name, value]);
}

/** https://fetch.spec.whatwg.org/#concept-headers-fill */
export function fillHeaders(headers: Headers, pairs: HeaderList, caller: Caller): void {
  for (const [name, value] of pairs) appendHeader(headers, name, value, caller);
}

/** How Firefox calls the places in HeadersInit. */
const UNION = '(sequence<sequence<ByteString>> or record<ByteString, ByteString>)';
const RECORD = `record<ByteString, ByteString> branch of ${UNION}`;
const IN_SEQUENCE = `element of element of sequence<sequence<ByteString>> branch of ${UNION}`;

/** The Web IDL conversion of HeadersInit. `member`: the dictionary member it stands in. */
export function toHeaderPairs(init: unknown, caller: Caller, member?: string): HeaderList {
  if ((typeof init !== 'object' && typeof init !== 'function') || init === null) {
    throw refusal('headers-type', caller, { member });
  }
  if (Symbol.iterator in init) {
    return Array.from(init as Iterable<unknown>, (pair): [string, string] => {
      if (typeof pair !== 'object' || pair === null || !(Symbol.iterator in pair)) {
        throw refusal('headers-type', caller, { member });
      }
      const members = Array.from(pair as Iterable<unknown>);
      if (members.length !== 2) throw refusal('headers-pair', caller, {});
      return [
        toByteString(members[0], caller, { what: IN_SEQUENCE, member }),
        toByteString(members[1], caller, { what: IN_SEQUENCE, member }),
      ];
    });
  }
  return Reflect.ownKeys(init)
    .filter((key) => Object.getOwnPropertyDescriptor(init, key)?.enumerable)
    .map((key): [string, string] => [
      toByteString(key, caller, { what: `key of ${RECORD}`, member }),
      toByteString((init as Record<PropertyKey, unknown>)[key], caller, { what: `value in ${RECORD}`, member }),
    ]);
}

/** https://webidl.spec.whatwg.org/#js-ByteString */
export function toByteString(
  value: unknown,
  caller: Caller,
  { what, member }: { what: string; member?: string },
): string {
  const text = typeof value === 'symbol' ? symbolError() : String(value);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 255) throw refusal('not-a-byte-string', caller, { what, index, code, member });
  }
  return text;
}

function symbolError(): never {
  throw new TypeError('Cannot convert a Symbol value to a string');
}

function pairOf(given: unknown[], caller: Caller): [string, string] {
  if (given.length < 2) throw refusal('missing-argument', caller, { required: 2, given: given.length });
  return [
    toByteString(given[0], caller, { what: 'argument 1' }),
    toByteString(given[1], caller, { what: 'argument 2' }),
  ];
}

function nameOf(given: unknown[], caller: Caller): string {
  if (given.length < 1) throw refusal('missing-argument', caller, { required: 1, given: 0 });
  return toByteString(given[0], caller, { what: 'argument 1' });
}

function checkedValue(name: string, raw: string, caller: Caller): string {
  const value = normalizeHeaderValue(raw);
  if (!isHeaderName(name)) throw refusal('invalid-header-name', caller, { name });
  if (!isHeaderValue(value)) throw refusal('invalid-header-value', caller, { name, value });
  return value;
}

/** https://fetch.spec.whatwg.org/#headers-validate, after the syntax; false: the guard drops it in silence. */
function mayWrite(state: State, name: string, value: string, caller: Caller): boolean {
  switch (state.guard) {
    case 'immutable':
      throw refusal('headers-immutable', caller, {});
    case 'request':
    case 'request-no-cors':
      return !isForbiddenRequestHeader(name, value);
    case 'response':
      return !isForbiddenResponseHeaderName(name);
    case 'none':
      return true;
  }
}

/** https://fetch.spec.whatwg.org/#concept-headers-append */
function appendHeader(headers: Headers, name: string, raw: string, caller: Caller): void {
  const value = checkedValue(name, raw, caller);
  const state = stateOf(headers);
  if (!mayWrite(state, name, value, caller)) return;
  if (state.guard === 'request-no-cors') {
    const present = getHeader(state.list, name);
    if (!isNoCorsSafelistedRequestHeader(name, present === null ? value : `${present}, ${value}`)) return;
  }
  state.list.push([name, value]);
  if (state.guard === 'request-no-cors') removePrivileged(state.list);
}

const NO_CORS_NAMES = new Set(['accept', 'accept-language', 'content-language', 'content-type', 'range']);

/** https://fetch.spec.whatwg.org/#concept-headers-remove-privileged-no-cors-request-headers */
function removePrivileged(list: HeaderList): void {
  removeHeader(list, 'range');
}

function removeHeader(list: HeaderList, lower: string): void {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    if (list[index]?.[0].toLowerCase() === lower) list.splice(index, 1);
  }
}
