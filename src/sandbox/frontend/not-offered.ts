/** What later work adds says so by name until then. */

/** @throws Error */
export function notOffered(name: string): never {
  throw new Error(`${name} is not offered by this playground yet.`);
}

export function notOfferedClass(name: string): new () => unknown {
  return class {
    constructor() {
      notOffered(name);
    }
  };
}
