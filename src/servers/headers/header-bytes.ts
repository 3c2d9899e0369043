import type { HeaderList } from '@/engine';

const encoder = new TextEncoder();

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
  return [name, /[^\0-\xff]/.test(trimmed) ? String.fromCharCode(...encoder.encode(trimmed)) : trimmed];
}
