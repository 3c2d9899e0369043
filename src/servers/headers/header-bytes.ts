import type { HeaderList } from '@/engine';

/**
 * A header as it stands on the wire, one char per byte: the white space around a value is not part of it, and characters
 * that do not fit into a byte are sent as UTF-8.
 */
export function toHeaderBytes([name, value]: readonly [
  name: string,
  value: string,
  ...rest: unknown[],
]): HeaderList[0] {
  const trimmed = value.replace(/^[\t ]+|[\t ]+$/g, '');
  return [name, /[^\0-\xff]/.test(trimmed) ? toUtf8(trimmed) : trimmed];
}

/** One char per byte. In a realm there is no TextEncoder. */
function toUtf8(text: string): string {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  return escaped.replace(/%([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
