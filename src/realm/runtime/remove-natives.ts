/**
 * Takes out of the global scope whatever is native and not the language itself: in a browser's worker there are a thousand
 * such things. Some would go round the simulated clock, some could flood the page, and `node:vm` has none of them.
 */

const LANGUAGE = new Set(
  [
    'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error',
    'AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError globalThis JSON Math',
    'Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array Float32Array',
    'Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet Proxy Reflect',
    'FinalizationRegistry WeakRef Iterator decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval',
    'isFinite isNaN',
  ].flatMap((names) => names.split(' ')),
);
/** Native, but no functions; all three can wait or work in real time. */
const NAMESPACES = new Set(['WebAssembly', 'Atomics', 'console']);

export function removeNatives(): void {
  const scope: object = globalThis;
  for (
    let object: object | null = scope;
    object && object !== Object.prototype;
    object = Object.getPrototypeOf(object)
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
      if (name === 'constructor' || (object === scope && LANGUAGE.has(name))) continue;
      if (NAMESPACES.has(name) || isNative(descriptor.value) || isNative(descriptor.get)) remove(object, name);
    }
  }
}

function isNative(value: unknown): boolean {
  return typeof value === 'function' && /\[native code\]\s*\}$/.test(Function.prototype.toString.call(value));
}

function remove(object: object, name: string): void {
  if (Reflect.deleteProperty(object, name)) return;
  if (Object.getOwnPropertyDescriptor(object, name)?.writable) (object as Record<string, unknown>)[name] = undefined;
}
