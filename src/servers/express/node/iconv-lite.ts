/** In place of iconv-lite and its tables: the character sets that Buffer knows. */

import { Buffer } from 'buffer';

const ENCODINGS: Record<string, BufferEncoding | undefined> = {
  utf8: 'utf8',
  usascii: 'latin1',
  ascii: 'latin1',
  iso88591: 'latin1',
  latin1: 'latin1',
  utf16: 'utf16le',
  utf16le: 'utf16le',
};

function known(name: string): BufferEncoding | undefined {
  return ENCODINGS[name.toLowerCase().replace(/[^a-z0-9]/g, '')];
}

export function encodingExists(name: string): boolean {
  return known(name) !== undefined;
}

export function decode(bytes: Uint8Array, name: string): string {
  const encoding = known(name);
  if (!encoding) throw new Error(`Encoding not recognized: '${name}'`);
  return Buffer.from(bytes).toString(encoding);
}

/** Bodies arrive in one piece, so that no character is ever cut in two. */
export function getDecoder(name: string) {
  return { write: (bytes: Uint8Array) => decode(bytes, name), end: () => '' };
}

export default { encodingExists, decode, getDecoder };
