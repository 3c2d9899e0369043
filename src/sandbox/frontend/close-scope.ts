/**
 * Leaves nothing in the global scope but the language and what is put there: in a browser's worker there are a thousand
 * more things, some of which would go round the simulated clock, and in `node:vm` there is less.
 */

const LANGUAGE = new Set(
  [
    'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error',
    'AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError globalThis JSON Math',
    'Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array Float32Array',
    'Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet Proxy Reflect',
    'FinalizationRegistry WeakRef Iterator decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval',
    'isFinite isNaN console performance setTimeout setInterval clearTimeout clearInterval',
  ]
    .join(' ')
    .split(' '),
);

export function closeScope(globals: Record<string, unknown>): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  for (
    let object: object | null = scope;
    object && object !== Object.prototype;
    object = Object.getPrototypeOf(object)
  ) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (name === 'constructor' || (object === scope && LANGUAGE.has(name))) continue;
      remove(object, name);
    }
  }
  for (const [name, value] of Object.entries(globals)) {
    // Bundled into one script, functions and classes have lost the names that code may look at.
    if (typeof value === 'function') Object.defineProperty(value, 'name', { value: name, configurable: true });
    Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

function remove(object: object, name: string): void {
  if (Reflect.deleteProperty(object, name)) return;
  const descriptor = Object.getOwnPropertyDescriptor(object, name);
  if (descriptor?.writable) (object as Record<string, unknown>)[name] = undefined;
}
