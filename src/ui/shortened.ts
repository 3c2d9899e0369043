/** Longest value that a sentence shows whole, in characters. */
const LONGEST = 64;
const HEAD = 40;
const TAIL = 18;

/** A long value with an ellipsis in its middle: both its ends tell values apart. */
export function shortened(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= LONGEST) return text;
  return `${letters.slice(0, HEAD).join('')} … ${letters.slice(-TAIL).join('')}`;
}
