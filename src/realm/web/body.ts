/** https://fetch.spec.whatwg.org/#bodies */

import { getHeader } from '@/engine/infrastructure/headers';
import { Blob, blobBytes } from './blob';
import { decodeUtf8, encodeUtf8, toBytes } from './encoding';
import { decodeMultipart, encodeMultipart, FormData } from './form-data';
import { type Headers, headerList } from './headers';
import { parseJson } from './json';
import { isDisturbed, ReadableStream } from './readable-stream';
import { parseQuery, URLSearchParams } from './url-search-params';
import { type Caller, refusal } from './words';

export interface ExtractedBody {
  bytes: Uint8Array;
  /** What Content-Type becomes where the code sets none. */
  type: string | null;
}

/** https://fetch.spec.whatwg.org/#concept-bodyinit-extract, for all but streams. */
export function extractBody(init: unknown): ExtractedBody {
  if (init instanceof Blob) return { bytes: blobBytes(init), type: init.type || null };
  if (init instanceof ArrayBuffer || ArrayBuffer.isView(init)) return { bytes: toBytes(init), type: null };
  if (init instanceof FormData) return encodeMultipart(init);
  if (init instanceof URLSearchParams) {
    return { bytes: encodeUtf8(init.toString()), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  return { bytes: encodeUtf8(String(init)), type: 'text/plain;charset=UTF-8' };
}

interface BodyState {
  bytes: Uint8Array<ArrayBuffer> | null;
  used: boolean;
  stream: ReadableStream | null;
}

const states = new WeakMap<Body, BodyState>();

function stateOf(body: Body): BodyState {
  const state = states.get(body);
  if (!state) throw new TypeError('Illegal invocation');
  return state;
}

/** The mixin of Request and Response. */
export abstract class Body {
  abstract readonly headers: Headers;

  get body(): ReadableStream | null {
    const state = stateOf(this);
    const { bytes } = state;
    if (bytes === null) return null;
    state.stream ??= new ReadableStream({
      start(controller) {
        if (bytes.length > 0 && !state.used) controller.enqueue(bytes.slice());
        controller.close();
      },
    });
    return state.stream;
  }

  get bodyUsed(): boolean {
    return isUsed(stateOf(this));
  }

  async text(): Promise<string> {
    return decodeUtf8(consume(this, 'text')) ?? '';
  }

  async json(): Promise<unknown> {
    return parseJson(decodeUtf8(consume(this, 'json')) ?? '');
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return consume(this, 'arrayBuffer').slice().buffer;
  }

  async bytes(): Promise<Uint8Array> {
    return consume(this, 'bytes').slice();
  }

  async blob(): Promise<Blob> {
    const bytes = consume(this, 'blob');
    return new Blob([bytes], { type: getHeader(headerList(this.headers), 'content-type') ?? '' });
  }

  async formData(): Promise<FormData> {
    const bytes = consume(this, 'formData');
    const type = getHeader(headerList(this.headers), 'content-type') ?? '';
    if (/^multipart\/form-data\b/i.test(type)) {
      const data = decodeMultipart(bytes, type);
      if (data) return data;
    }
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new TypeError('Failed to fetch');
    const data = new FormData();
    for (const [name, value] of parseQuery(decodeUtf8(bytes) ?? '')) data.append(name, value);
    return data;
  }
}

/** Gives a new Request or Response its body. */
export function setBody(body: Body, bytes: Uint8Array | null): void {
  states.set(body, { bytes: bytes === null ? null : bytes.slice(), used: false, stream: null });
}

export function bodyBytes(body: Body): Uint8Array | null {
  return stateOf(body).bytes;
}

/** Read, or being read. https://fetch.spec.whatwg.org/#body-unusable */
export function isUnusable(body: Body): boolean {
  const state = stateOf(body);
  return isUsed(state) || Boolean(state.stream?.locked);
}

export function markUsed(body: Body): void {
  const state = stateOf(body);
  if (state.bytes !== null) state.used = true;
}

function isUsed({ bytes, used, stream }: BodyState): boolean {
  return bytes !== null && (used || (stream !== null && isDisturbed(stream)));
}

function consume(body: Body, method: string): Uint8Array<ArrayBuffer> {
  const caller: Caller = `${Object.prototype.toString.call(body).slice(8, -1)}.${method}`;
  if (isUnusable(body)) throw refusal('body-used', caller, {});
  markUsed(body);
  return stateOf(body).bytes ?? new Uint8Array();
}
