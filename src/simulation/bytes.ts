const decoder = new TextDecoder();

/** Bytes as UTF-8 text, as the code that reads a body gets them. */
export function decodeText(bytes: Uint8Array | null): string {
  return bytes ? decoder.decode(bytes) : '';
}
