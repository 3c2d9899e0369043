/** Date and performance.now() on the simulated clock. */

import { EPOCH } from '@/engine/infrastructure/epoch';
import type { RealmContext } from './start-realm';

export function installClock(realm: RealmContext): void {
  const Native = Date;
  const now = (): number => EPOCH + Math.floor(realm.now());

  const Simulated = function (this: unknown, ...given: unknown[]): unknown {
    if (new.target === undefined) return new Native(now()).toString();
    const components = given.length === 0 ? [now()] : given;
    return Reflect.construct(Native, components, new.target);
  };
  Object.defineProperties(Simulated, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: Native.prototype },
    UTC: { value: Native.UTC, writable: true, configurable: true },
    parse: { value: Native.parse, writable: true, configurable: true },
    now: { value: now, writable: true, configurable: true },
  });
  Native.prototype.constructor = Simulated as unknown as DateConstructor;
  define('Date', Simulated);
  define('performance', {
    now: () => realm.now(),
    timeOrigin: EPOCH,
    toJSON: () => ({ timeOrigin: EPOCH }),
    mark: () => undefined,
    measure: () => undefined,
    getEntries: () => [],
    getEntriesByName: () => [],
    getEntriesByType: () => [],
  });
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
