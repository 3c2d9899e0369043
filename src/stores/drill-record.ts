/** What drills leave behind: results, the level reached, and what was answered wrong and not yet right. */
export interface DrillRecord {
  level: number;
  /** Topics, the oldest debt first. */
  owed: string[];
  /** Finished runs, the latest last. */
  runs: DrillRun[];
}

export interface DrillRun {
  /** Milliseconds since 1970. */
  at: number;
  right: number;
  length: number;
  seconds: number;
}

export const noDrills: DrillRecord = { level: 1, owed: [], runs: [] };

const mostRuns = 100;
const mostOwed = 60;

/** A record from stored or imported data; what makes no sense is left out. */
export function drillFrom(value: unknown): DrillRecord {
  if (typeof value !== 'object' || value === null) return noDrills;
  const { level, owed, runs } = value as Record<string, unknown>;
  return {
    level: typeof level === 'number' && Number.isInteger(level) && level >= 1 && level <= 5 ? level : 1,
    owed: listOf(owed)
      .filter((topic): topic is string => typeof topic === 'string' && /^[a-z-]+\/[a-z-]+$/.test(topic))
      .slice(0, mostOwed),
    runs: listOf(runs).filter(isRun).slice(-mostRuns),
  };
}

/** Both records together: no run is counted twice. */
export function joined(own: DrillRecord, added: DrillRecord): DrillRecord {
  const known = new Set(own.runs.map(({ at }) => at));
  return {
    level: Math.max(own.level, added.level),
    owed: [...new Set([...own.owed, ...added.owed])].slice(0, mostOwed),
    runs: [...own.runs, ...added.runs.filter(({ at }) => !known.has(at))]
      .toSorted((a, b) => a.at - b.at)
      .slice(-mostRuns),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function isRun(value: unknown): value is DrillRun {
  if (typeof value !== 'object' || value === null) return false;
  const { at, right, length, seconds } = value as Record<string, unknown>;
  const figures = [at, right, length, seconds];
  return figures.every((figure) => typeof figure === 'number' && figure >= 0) && Number(right) <= Number(length);
}
