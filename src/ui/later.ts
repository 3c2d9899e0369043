import type { ComponentType } from 'react';
import { onDemand } from './on-demand';

/** A part that the first verdict does not need: loaded once the browser has nothing better to do. Shown inside `Suspense`. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return onDemand(async () => {
    await whenIdle();
    return load();
  });
}

/** Milliseconds after which it is loaded anyway. */
const AT_LATEST = 300;

let idle: Promise<void> | undefined;

/** From when on the browser has had time for more than the first verdict. */
export function whenIdle(): Promise<void> {
  idle ??= firstIdle();
  return idle;
}

function firstIdle(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: AT_LATEST });
    else setTimeout(done, AT_LATEST);
  });
}
