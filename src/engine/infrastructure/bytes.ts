/** Byte strings: one char per byte. */

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

/** As UTF-8; what is not well-formed is read byte by byte and shown as U+FFFD. */
export function decodeUtf8Lossy(bytes: string): string {
  return decodeUtf8(bytes) ?? bytes.replace(/[\x80-\xff]+/g, '\ufffd');
}

/** The UTF-8 bytes of a text, one char per byte. */
export function encodeUtf8(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
