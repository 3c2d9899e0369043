import type { RealmContext } from '@/realm/runtime';
import { setGlobals } from './globals';
import { STATE } from './top-level-state';

/** Deeper and longer than this, state is cut off. */
const DEEPEST = 6;
const MOST_VALUES = 500;

/** Emits what the code keeps in its variables, after each turn that changed it. */
export function watchState(realm: RealmContext): { turnEnded(): void } {
  let readers: Record<string, () => unknown> = {};
  let last: string | undefined;
  setGlobals({
    [STATE]: (given: Record<string, () => unknown>) => {
      readers = given;
    },
  });
  return {
    turnEnded() {
      const state = JSON.stringify(snapshot(readers));
      if (state === (last ?? '{}')) return;
      last = state;
      realm.emit({ type: 'state', state });
    },
  };
}

function snapshot(readers: Record<string, () => unknown>): Record<string, unknown> {
  const state: Record<string, unknown> = {};
  const budget = { left: MOST_VALUES };
  for (const [name, read] of Object.entries(readers)) {
    try {
      const value = plain(read(), DEEPEST, budget);
      if (value !== undefined) state[name] = value;
    } catch {
      // Not declared after all, or a getter that throws: nothing to show.
      continue;
    }
  }
  return state;
}

/** A value as JSON can say it; undefined where it is no data. */
function plain(value: unknown, depth: number, budget: { left: number }): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object' || depth === 0 || budget.left <= 0) return undefined;
  budget.left -= 1;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Set) return list([...value], depth, budget);
  if (Array.isArray(value)) return list(value, depth, budget);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const members = entries.flatMap(([key, member]: [unknown, unknown]): [string, unknown][] => {
    const data = plain(member, depth - 1, budget);
    return data === undefined ? [] : [[String(key), data]];
  });
  // An object of functions alone is a module or a service, and holds no data of its own.
  return members.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(members);
}

function list(values: readonly unknown[], depth: number, budget: { left: number }): unknown[] {
  return values.map((value) => plain(value, depth - 1, budget) ?? null);
}
