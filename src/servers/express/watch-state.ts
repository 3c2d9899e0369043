import type { RealmContext } from '@/realm/runtime';
import { setGlobals } from './globals';
import { STATE } from './top-level-state';

/** Deeper and longer than this, state is cut off: levels, values in all, characters of a text. */
const DEEPEST = 6;
const MOST_VALUES = 2000;
const LONGEST_TEXT = 500;

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
  if (budget.left <= 0) return undefined;
  budget.left -= 1;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object' || depth === 0) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (value instanceof Set || Array.isArray(value)) return list(value, depth, budget);
  return members(value instanceof Map ? value : Object.entries(value), depth, budget);
}

function list(values: Iterable<unknown>, depth: number, budget: { left: number }): unknown[] {
  const data: unknown[] = [];
  for (const value of values) {
    if (budget.left <= 0) break;
    data.push(plain(value, depth - 1, budget) ?? null);
  }
  return data;
}

/** undefined for an object of functions alone: it is a module or a service, and holds no data of its own. */
function members(
  entries: Iterable<readonly [unknown, unknown]>,
  depth: number,
  budget: { left: number },
): Record<string, unknown> | undefined {
  const data: [string, unknown][] = [];
  let seen = 0;
  for (const [key, value] of entries) {
    if (budget.left <= 0) break;
    seen += 1;
    const said = plain(value, depth - 1, budget);
    if (said !== undefined) data.push([String(key), said]);
  }
  return data.length === 0 && seen > 0 ? undefined : Object.fromEntries(data);
}
