/** localStorage and sessionStorage, empty at the start of a run. https://html.spec.whatwg.org/#storage-2 */
export function createStorage(): object {
  const items = new Map<string, string>();
  const methods: Record<string, unknown> = {
    getItem: (key: unknown) => items.get(String(key)) ?? null,
    setItem: (key: unknown, value: unknown) => void items.set(String(key), String(value)),
    removeItem: (key: unknown) => void items.delete(String(key)),
    clear: () => items.clear(),
    key: (index: number) => [...items.keys()][index] ?? null,
  };
  return new Proxy(methods, {
    get: (_, name) => {
      if (name === 'length') return items.size;
      if (typeof name === 'symbol') return undefined;
      return methods[name] ?? items.get(name);
    },
    set: (_, name, value) => {
      items.set(String(name), String(value));
      return true;
    },
    deleteProperty: (_, name) => items.delete(String(name)) || true,
    has: (_, name) => items.has(String(name)),
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: (_, name) =>
      items.has(String(name))
        ? { value: items.get(String(name)), enumerable: true, configurable: true, writable: true }
        : undefined,
  });
}
