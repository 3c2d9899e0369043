import type { Track } from '@/explain';

/** One word for what the code got: an error by its name, an event by its type, and a remark that is too long not at all. */
export function outcomeWord({ got, verdict }: Pick<Track, 'got' | 'verdict'>): string {
  if (!got) return '';
  if (got.name === 'event') return got.detail;
  const rejected = verdict === 'blocked' || verdict === 'failed' || verdict === null;
  return rejected || got.detail.length > 14 ? got.name : got.detail;
}
