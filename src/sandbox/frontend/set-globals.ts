/** Members with a getter stay what they are. */
export function setGlobals(globals: Record<string, unknown>): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(globals))) {
    if (descriptor.get) {
      Object.defineProperty(globalThis, name, descriptor);
      continue;
    }
    const { value } = descriptor as { value: unknown };
    // Bundled into one script, functions and classes have lost the names that code may look at.
    if (typeof value === 'function') Object.defineProperty(value, 'name', { value: name, configurable: true });
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
}
