/** The Range header as caches read it. https://httpwg.org/specs/rfc9110.html#field.range */

const SINGLE_RANGE = /^[ \t]*bytes[ \t]*=[ \t]*(?:\+?(\d+))?[ \t]*-[ \t]*(?:\+?(\d+))?[ \t]*$/i;

/** A single range written as short as can be: `Bytes= 00-1` is `bytes=0-1`. What is no single range stays as it is. */
export function normalizeRange(value: string): string {
  return singleRange(value) ?? value;
}

export function isSingleRange(value: string): boolean {
  return singleRange(value) !== null;
}

function singleRange(value: string): string | null {
  const [, first, last] = SINGLE_RANGE.exec(value) ?? [];
  if (first === undefined && last === undefined) return null;
  const [from, to] = [first, last].map((digits) => (digits === undefined ? null : BigInt(digits)));
  const backwards = typeof from === 'bigint' && typeof to === 'bigint' && to < from;
  return backwards ? null : `bytes=${from ?? ''}-${to ?? ''}`;
}
