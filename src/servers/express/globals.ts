/** What Express's packages expect of Node's global scope while they load. Imported before any of them. */

import { Buffer } from 'buffer';
import { type NodeProcess, createProcess } from './node/process';

const early: (() => void)[] = [];
let immediate = (callback: () => void): void => {
  early.push(callback);
  void Promise.resolve().then(() => early.shift()?.());
};

/** Packages take hold of `setImmediate` while they load: it stays the same function, and calls this from now on. */
export function runImmediatesBy(run: (callback: () => void) => void): void {
  immediate = run;
}

export const process: NodeProcess = createProcess();

const cancelled = new WeakSet<object>();
const globals: Record<string, unknown> = {
  Buffer,
  process,
  global: globalThis,
  setImmediate: (callback: (...rest: unknown[]) => void, ...rest: unknown[]) => {
    const handle = {};
    immediate(() => {
      if (!cancelled.has(handle)) callback(...rest);
    });
    return handle;
  },
  clearImmediate: (handle: unknown) => {
    if (typeof handle === 'object' && handle !== null) cancelled.add(handle);
  },
  queueMicrotask: (callback: () => void) => {
    void Promise.resolve().then(callback);
  },
};
setGlobals(globals);

export function setGlobals(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}
