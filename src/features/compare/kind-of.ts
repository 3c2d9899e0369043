import type { Run, Stop } from '@/explain';

/** Whether a stop is about a preflight or about the request itself. */
export function kindOf(run: Run, stop: Stop): 'preflight' | 'actual' {
  return run.network.find(({ exchange }) => exchange?.id === stop.exchange && exchange !== null)?.kind ?? 'actual';
}
