/** Of Node's `crypto`: SHA-1 and SHA-256 (entity tags, signed cookies) and random values from the realm's own Math.random. */

import { Buffer } from 'buffer';
import { sha1 } from './sha1';
import { sha256 } from './sha256';

type Data = string | Uint8Array;
type Digest = (message: Uint8Array) => Uint8Array;
const DIGESTS: Record<string, Digest | undefined> = { sha1, sha256 };
const BLOCK = 64;

class Hash {
  private data = Buffer.alloc(0);

  constructor(private readonly digestOf: Digest) {}

  update(data: Data, encoding?: BufferEncoding): this {
    this.data = Buffer.concat([this.data, toBuffer(data, encoding)]);
    return this;
  }

  digest(): Buffer;
  digest(encoding: BufferEncoding): string;
  digest(encoding?: BufferEncoding): Buffer | string {
    const bytes = Buffer.from(this.digestOf(this.data));
    return encoding ? bytes.toString(encoding) : bytes;
  }
}

export function createHash(algorithm: string): Hash {
  return new Hash(digestNamed(algorithm));
}

/** RFC 2104 */
export function createHmac(algorithm: string, secret: Data): Hash {
  const digest = digestNamed(algorithm);
  const given = toBuffer(secret);
  const key = Buffer.concat([given.length > BLOCK ? digest(given) : given], BLOCK);
  const xor = (pad: number) => Uint8Array.from(key, (byte) => byte ^ pad);
  return new Hash((message) => digest(Buffer.concat([xor(0x5c), digest(Buffer.concat([xor(0x36), message]))])));
}

export function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) throw new RangeError('Input buffers must have the same byte length');
  return one.every((byte, index) => byte === other[index]);
}

export function randomBytes(size: number): Buffer {
  return Buffer.from(Array.from({ length: size }, () => Math.floor(Math.random() * 256)));
}

export function randomUUID(): string {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function digestNamed(algorithm: string): Digest {
  const digest = DIGESTS[algorithm.toLowerCase().replace('-', '')];
  if (!digest) throw new Error(`This playground's crypto offers sha1 and sha256, not ${algorithm}`);
  return digest;
}

function toBuffer(data: Data, encoding: BufferEncoding = 'utf8'): Buffer {
  return typeof data === 'string' ? Buffer.from(data, encoding) : Buffer.from(data);
}

export default { createHash, createHmac, timingSafeEqual, randomBytes, randomUUID };
