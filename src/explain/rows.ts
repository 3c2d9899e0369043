/** A request's life: from its call to its outcome, as indexes of stops. */
export interface Span {
  from: number;
  to: number;
}

/**
 * A channel for each: requests that are under way at the same time get one of their own, one that starts after another is
 * settled takes over its channel. Returns the channel of each span.
 */
export function assignRows(spans: readonly Span[]): number[] {
  const free: number[] = [];
  return spans.map(({ from, to }) => {
    const found = free.findIndex((end) => end < from);
    const row = found === -1 ? free.length : found;
    free[row] = to;
    return row;
  });
}
