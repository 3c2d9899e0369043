/** TextEncoder and TextDecoder, UTF-8 and Latin-1: a bare context has none, and every realm shall behave alike. https://encoding.spec.whatwg.org/ */

export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const char of text) {
    let point = char.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x80) {
      bytes[length++] = point;
    } else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else if (point < 0x10000) {
      bytes[length++] = 0xe0 | (point >> 12);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else {
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes.slice(0, length);
}

/** https://encoding.spec.whatwg.org/#utf-8-decoder, with replacement; null where `fatal` and malformed. */
export function decodeUtf8(bytes: Uint8Array, { fatal = false, keepBom = false } = {}): string | null {
  let text = '';
  let needed = 0;
  let seen = 0;
  let point = 0;
  let lower = 0x80;
  let upper = 0xbf;
  const bom = !keepBom && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (let index = bom ? 3 : 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (needed === 0) {
      if (byte < 0x80) text += String.fromCharCode(byte);
      else if (byte >= 0xc2 && byte <= 0xdf) [needed, point] = [1, byte & 0x1f];
      else if (byte >= 0xe0 && byte <= 0xef) {
        if (byte === 0xe0) lower = 0xa0;
        if (byte === 0xed) upper = 0x9f;
        [needed, point] = [2, byte & 0xf];
      } else if (byte >= 0xf0 && byte <= 0xf4) {
        if (byte === 0xf0) lower = 0x90;
        if (byte === 0xf4) upper = 0x8f;
        [needed, point] = [3, byte & 0x7];
      } else if (fatal) return null;
      else text += '\ufffd';
      continue;
    }
    if (byte < lower || byte > upper) {
      if (fatal) return null;
      text += '\ufffd';
      [needed, seen, point, lower, upper] = [0, 0, 0, 0x80, 0xbf];
      index -= 1;
      continue;
    }
    [lower, upper] = [0x80, 0xbf];
    point = (point << 6) | (byte & 0x3f);
    seen += 1;
    if (seen === needed) {
      text += String.fromCodePoint(point);
      [needed, seen, point] = [0, 0, 0];
    }
  }
  if (needed === 0) return text;
  return fatal ? null : `${text}\ufffd`;
}

export class TextEncoder {
  get encoding(): string {
    return 'utf-8';
  }

  encode(text: unknown = ''): Uint8Array<ArrayBuffer> {
    return encodeUtf8(String(text));
  }
}

const UTF_8 = ['utf-8', 'utf8', 'unicode-1-1-utf-8'];
const LATIN_1 = ['latin1', 'iso-8859-1', 'ascii', 'us-ascii', 'windows-1252'];

export class TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label: unknown = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    const name = String(label).trim().toLowerCase();
    if (!UTF_8.includes(name) && !LATIN_1.includes(name)) {
      throw new RangeError(`The encoding "${name}" is not offered by this playground.`);
    }
    this.encoding = UTF_8.includes(name) ? 'utf-8' : 'windows-1252';
    this.fatal = Boolean(options.fatal);
    this.ignoreBOM = Boolean(options.ignoreBOM);
  }

  decode(source?: ArrayBuffer | ArrayBufferView): string {
    const bytes = source === undefined ? new Uint8Array() : toBytes(source);
    if (this.encoding !== 'utf-8') return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const text = decodeUtf8(bytes, { fatal: this.fatal, keepBom: this.ignoreBOM });
    if (text === null) throw new TypeError('The encoded data was not valid.');
    return text;
  }
}

/** A copy of the bytes that `source` holds. */
export function toBytes(source: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength).slice();
  }
  return new Uint8Array(source).slice();
}
