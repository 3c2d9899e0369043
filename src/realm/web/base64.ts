/** btoa and atob. https://infra.spec.whatwg.org/#forgiving-base64 */

import { DOMException } from './dom-exception';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function btoa(given: unknown): string {
  const text = String(given);
  let out = '';
  for (let index = 0; index < text.length; index += 3) {
    const codes = [text.charCodeAt(index), text.charCodeAt(index + 1), text.charCodeAt(index + 2)];
    if (codes.some((code) => code > 255)) {
      throw new DOMException(
        'The string to be encoded contains characters outside of the Latin1 range.',
        'InvalidCharacterError',
      );
    }
    const [a = 0, b = 0, c = 0] = codes.map((code) => code || 0);
    const sextets = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const present = Math.min(4, text.length - index + 1);
    out += sextets.map((sextet, place) => (place < present ? ALPHABET.charAt(sextet) : '=')).join('');
  }
  return out;
}

export function atob(given: unknown): string {
  let text = String(given).replace(/[\t\n\f\r ]/g, '');
  if (text.length % 4 === 0) text = text.replace(/={1,2}$/, '');
  if (text.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(text)) {
    throw new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
  }
  let out = '';
  let bits = 0;
  let held = 0;
  for (const char of text) {
    held = (held << 6) | ALPHABET.indexOf(char);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 255);
  }
  return out;
}
