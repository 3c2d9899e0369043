/**
 * JSON text with bytes in it. A byte string stands in `{"$bytes": "…"}`, one char per byte.
 * Used on both sides of every realm, so it leans on nothing but the language (a bare `node:vm` context has no TextEncoder).
 */

const parse = JSON.parse;
const stringify = JSON.stringify;
const Bytes = Uint8Array;
const fromCharCode = String.fromCharCode;

export function encode(value: unknown): string {
  return stringify(value, (_key, member: unknown) =>
    member instanceof Bytes ? { $bytes: toByteString(member) } : member,
  );
}

/** @throws SyntaxError where `text` is no JSON */
export function decode(text: string): unknown {
  if (!text.includes('"$bytes"')) return parse(text);
  return parse(text, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || !('$bytes' in member)) return member;
    return typeof member.$bytes === 'string' ? fromByteString(member.$bytes) : member;
  });
}

export function toByteString(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
}

/** Chars above U+00FF lose their high byte. */
export function fromByteString(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Bytes(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
