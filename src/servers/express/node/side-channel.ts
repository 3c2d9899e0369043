/** In place of side-channel, which brings a printer of values along for its error messages: values kept beside objects. */

function createSideChannel() {
  const values = new Map<unknown, unknown>();
  const channel = {
    get: (key: unknown) => values.get(key),
    has: (key: unknown) => values.has(key),
    set: (key: unknown, value: unknown) => void values.set(key, value),
    delete: (key: unknown) => values.delete(key),
    assert(key: unknown) {
      if (!values.has(key)) throw new TypeError('Side channel does not contain the given key');
    },
  };
  return channel;
}

export { createSideChannel as 'module.exports' };
