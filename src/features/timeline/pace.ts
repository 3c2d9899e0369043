import type { Run } from '@/explain';
import type { Span } from './plan';

/** A run of this many stops and more plays faster, so that it stays watchable. */
const LONG_RUN = 60;

export function paceOf(run: Run, spans: readonly Span[]): number {
  const folded = spans.reduce((sum, { kind, from, to }) => sum + (kind === 'fan' ? 0 : to - from), 0);
  return Math.max(1, (run.stops.length - folded) / LONG_RUN);
}
