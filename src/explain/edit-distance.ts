/**
 * How many slips of a finger lie between two words: a letter put in, left out, taken for another, or exchanged with its
 * neighbour (optimal string alignment).
 */
export function editDistance(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        exchanged ? before[j - 2]! + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** The name that a misspelt one stands for: less than every third letter is wrong, or words are missing or too many. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((each) => ({ each, distance: editDistance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, distance }) => distance <= Math.max(name.length, each.length) / 3)
    .sort((a, b) => a.distance - b.distance);
  if (nearest) return nearest.each;
  const given = wordsOf(name);
  const [first, second] = known
    .map((each) => ({ each, words: wordsOf(each) }))
    .filter(({ words }) => isWithin(given, words) || isWithin(words, given))
    .map(({ each, words }) => ({ each, difference: Math.abs(words.length - given.length) }))
    .sort((a, b) => a.difference - b.difference);
  return first?.difference === second?.difference ? undefined : first?.each;
}

/** `supportsCredentials` and `SUPPORTS_CREDENTIALS` have the same. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/);

const isWithin = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((word) => whole.includes(word));
