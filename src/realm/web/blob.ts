/** https://w3c.github.io/FileAPI/, with its bytes at hand. */

import { PREVIEW } from '../runtime/format-value';
import { decodeUtf8, encodeUtf8, toBytes } from './encoding';
import { ReadableStream } from './readable-stream';
import { toDOMString } from './web-idl';

const contents = new WeakMap<Blob, Uint8Array<ArrayBuffer>>();

export class Blob {
  readonly type: string;

  constructor(parts: Iterable<unknown> = [], options: { type?: unknown } = {}) {
    const type = toDOMString(options.type ?? '');
    this.type = /^[\x20-\x7e]*$/.test(type) ? type.toLowerCase() : '';
    contents.set(this, concatenate(Array.from(parts, bytesOfPart)));
  }

  get size(): number {
    return blobBytes(this).length;
  }

  text(): Promise<string> {
    return Promise.resolve(decodeUtf8(blobBytes(this)) ?? '');
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(blobBytes(this).slice().buffer);
  }

  bytes(): Promise<Uint8Array> {
    return Promise.resolve(blobBytes(this).slice());
  }

  stream(): ReadableStream {
    const bytes = blobBytes(this).slice();
    return new ReadableStream({
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    });
  }

  slice(start?: number, end?: number, type?: unknown): Blob {
    return new Blob([blobBytes(this).slice(start, end)], { type });
  }

  get [Symbol.toStringTag](): string {
    return 'Blob';
  }

  [PREVIEW](): [string, unknown][] {
    return [
      ['size', this.size],
      ['type', this.type],
    ];
  }
}

export class File extends Blob {
  readonly name: string;
  readonly lastModified: number;

  constructor(parts: Iterable<unknown>, name: unknown, options: { type?: unknown; lastModified?: number } = {}) {
    super(parts, options);
    this.name = String(name);
    this.lastModified = options.lastModified ?? Date.now();
  }

  override get [Symbol.toStringTag](): string {
    return 'File';
  }

  override [PREVIEW](): [string, unknown][] {
    return [['name', this.name], ...super[PREVIEW]()];
  }
}

export function blobBytes(blob: Blob): Uint8Array<ArrayBuffer> {
  return contents.get(blob) ?? new Uint8Array();
}

function bytesOfPart(part: unknown): Uint8Array<ArrayBuffer> {
  if (part instanceof Blob) return blobBytes(part);
  if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) return toBytes(part);
  return encodeUtf8(String(part));
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
