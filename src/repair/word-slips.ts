import { editDistance } from '@/explain/edit-distance';

/** Slips between two words, other capitals being one. Infinity: another word. A number is nobody's misspelling: it says which one. */
export function wordSlips(given: string, wanted: string): number {
  if (given === wanted) return 0;
  if (/^\d+$/.test(given) || /^\d+$/.test(wanted)) return Infinity;
  if (given.toLowerCase() === wanted.toLowerCase()) return 1;
  const distance = editDistance(given.toLowerCase(), wanted.toLowerCase());
  return distance <= Math.max(given.length, wanted.length) / 3 ? distance : Infinity;
}
