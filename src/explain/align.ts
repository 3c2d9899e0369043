/** An item of either sequence, or the same item of both. At least one of them is there. */
export interface Pair<Step> {
  left: Step | null;
  right: Step | null;
}

/**
 * Two sequences side by side, steps of runs or lines of text: as many items as possible stand beside their like, and each keeps
 * its order. Longest common subsequence by key; where both are very long, only near the other's place.
 */
export function align<Step>(
  left: readonly Step[],
  right: readonly Step[],
  keyOf: (step: Step) => string,
): Pair<Step>[] {
  const a = left.map(keyOf);
  const b = right.map(keyOf);
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let tail = 0;
  while (tail < a.length - from && tail < b.length - from && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const head = left.slice(0, from).map((step, index) => ({ left: step, right: right[index] ?? null }));
  const end = left.slice(left.length - tail).map((step, index) => ({
    left: step,
    right: right[right.length - tail + index] ?? null,
  }));
  const middle = alignMiddle(
    left.slice(from, left.length - tail),
    right.slice(from, right.length - tail),
    a.slice(from, a.length - tail),
    b.slice(from, b.length - tail),
  );
  return [...head, ...middle, ...end];
}

/** Cells of the table that are worth their time. */
const LARGEST_TABLE = 4_000_000;

function alignMiddle<Step>(
  left: readonly Step[],
  right: readonly Step[],
  a: readonly string[],
  b: readonly string[],
): Pair<Step>[] {
  if (a.length * b.length > LARGEST_TABLE) {
    const half = [Math.ceil(a.length / 2), Math.ceil(b.length / 2)] as const;
    return [
      ...alignMiddle(left.slice(0, half[0]), right.slice(0, half[1]), a.slice(0, half[0]), b.slice(0, half[1])),
      ...alignMiddle(left.slice(half[0]), right.slice(half[1]), a.slice(half[0]), b.slice(half[1])),
    ];
  }
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const pairs: Pair<Step>[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pairs.push({ left: left[i++]!, right: right[j++]! });
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      pairs.push({ left: left[i++]!, right: null });
    } else {
      pairs.push({ left: null, right: right[j++]! });
    }
  }
  return pairs;
}
