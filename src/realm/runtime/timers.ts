/** setTimeout, setInterval and setImmediate on the simulated clock. */

import type { RealmContext } from './start-realm';

/** HTML: a timer that is nested deeper than five levels waits at least 4 ms. */
const NESTING_LIMIT = 5;
const NESTED_MINIMUM = 4;

interface Timer {
  callback: (...rest: unknown[]) => void;
  rest: unknown[];
  /** Milliseconds, for an interval. */
  every: number | null;
  nesting: number;
}

export interface Timers {
  fire(id: number): void;
}

export function createTimers(realm: RealmContext, guarded: (action: () => void) => void): Timers {
  const timers = new Map<number, Timer>();
  let nesting = 0;

  const schedule = (id: number, timer: Timer, delay: number): void => {
    timers.set(id, timer);
    realm.emit({ type: 'timer', id, delay: timer.nesting > NESTING_LIMIT ? Math.max(delay, NESTED_MINIMUM) : delay });
  };
  const set = (handler: unknown, timeout: unknown, rest: unknown[], repeat: boolean): number => {
    if (typeof handler !== 'function') {
      throw new TypeError('Timers take a function here: code in a string is not offered by this playground.');
    }
    const delay = toDelay(timeout);
    const id = realm.nextId();
    const callback = handler as Timer['callback'];
    schedule(id, { callback, rest, every: repeat ? delay : null, nesting: nesting + 1 }, delay);
    return id;
  };
  const clear = (id: unknown): void => {
    if (timers.delete(Number(id))) realm.emit({ type: 'clear-timer', id: Number(id) });
  };

  Object.assign(globalThis, {
    setTimeout: (handler: unknown, timeout?: unknown, ...rest: unknown[]) => set(handler, timeout, rest, false),
    setInterval: (handler: unknown, timeout?: unknown, ...rest: unknown[]) => set(handler, timeout, rest, true),
    clearTimeout: clear,
    clearInterval: clear,
  });

  return {
    fire(id) {
      const timer = timers.get(id);
      if (!timer) return;
      timers.delete(id);
      nesting = timer.nesting;
      // Before the callback, so that the callback can clear its own interval.
      if (timer.every !== null) schedule(id, { ...timer, nesting: timer.nesting + 1 }, timer.every);
      guarded(() => timer.callback(...timer.rest));
      nesting = 0;
    },
  };
}

/** Whole milliseconds, as Web IDL's `long` makes them of what was given. */
function toDelay(timeout: unknown): number {
  return Math.max(0, Number(timeout) | 0);
}
