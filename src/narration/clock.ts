/** Simulated milliseconds as a figure: 85, 1.5 s, 10 min. */
export function clock(ms: number): string {
  if (ms < 1000) return String(Math.round(ms));
  if (ms < 60000) return `${Number((ms / 1000).toFixed(2))} s`;
  const minutes = Math.floor(ms / 60000);
  const seconds = Number(((ms % 60000) / 1000).toFixed(2));
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}

/** The same with its unit: 85 ms, 1.5 s. */
export const moment = (ms: number): string => (ms < 1000 ? `${clock(ms)} ms` : clock(ms));
