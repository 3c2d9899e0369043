/**
 * A `node:vm` context is closed only as long as no object of the thread gets into it, and one can: `import()` in a context
 * rejects with an error made outside. So the thread gives up what such an object leads to: functions that make code from
 * strings. Its built-in objects are frozen, so that nobody can wait behind them for something better.
 */
export function closeHostRealm(): void {
  const makers = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const maker of makers) {
    Object.defineProperty(Object.getPrototypeOf(maker), 'constructor', { value: undefined });
  }
  const prototypes = [Object, Function, Array, Error, TypeError, Promise, Map, Set, String, RegExp];
  for (const builtIn of prototypes) {
    Object.freeze(builtIn.prototype);
    Object.freeze(builtIn);
  }
}
