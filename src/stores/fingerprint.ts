/** A short name that the same text always has: 32 bits (djb2), in base 36. */
export function fingerprint(text: string): string {
  let hash = 5381;
  for (const character of text) hash = (Math.imul(hash, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}
