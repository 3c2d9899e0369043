/** Byte strings: one char per byte. */

import { platform } from './platform';

/** The UTF-8 decoding of a byte string; null when it is not well-formed. */
export function decodeUtf8(bytes: string): string | null {
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  const escaped = bytes.replace(/[%\x80-\xff]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}

/** As UTF-8, whatever comes: https://encoding.spec.whatwg.org/#utf-8-decode-without-bom */
export function decodeUtf8Lossy(bytes: string): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  const decoder = new platform.TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}

/** https://www.unicode.org/versions/latest/core-spec/chapter-3/, table 3-7: well-formed UTF-8 byte sequences. */
const WELL_FORMED = [
  /[\xc2-\xdf][\x80-\xbf]/,
  /\xe0[\xa0-\xbf][\x80-\xbf]/,
  /[\xe1-\xec\xee\xef][\x80-\xbf]{2}/,
  /\xed[\x80-\x9f][\x80-\xbf]/,
  /\xf0[\x90-\xbf][\x80-\xbf]{2}/,
  /[\xf1-\xf3][\x80-\xbf]{3}/,
  /\xf4[\x80-\x8f][\x80-\xbf]{2}/,
];
const SEQUENCES = new RegExp(`(${WELL_FORMED.map(({ source }) => source).join('|')})|[\\x80-\\xff]`, 'g');

/** Each byte that is no UTF-8 becomes U+FFFD, in bytes again. */
export function mendUtf8(bytes: string): string {
  return bytes.replace(SEQUENCES, (_, wellFormed: string | undefined) => wellFormed ?? encodeUtf8('\ufffd'));
}

/** Bytes beyond ASCII as `%E9`. */
export function percentEncodeBytes(bytes: string): string {
  return bytes.replace(/[\x80-\xff]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** https://url.spec.whatwg.org/#percent-decode */
export function percentDecode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The UTF-8 bytes of a text, one char per byte. */
export function encodeUtf8(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return percentDecode(encodeURIComponent(text));
}
