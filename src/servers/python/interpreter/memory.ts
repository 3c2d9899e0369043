/** The whole of Python as a picture of its memory: every server begins with the same, whatever the one before it did. */

interface Exports {
  memory: WebAssembly.Memory;
  emscripten_stack_get_current(): number;
  _emscripten_stack_restore(at: number): void;
}

/** Bytes by which a server may have grown the memory; it cannot be given back, so more ends the interpreter. */
const MOST_GROWTH = 128 * 2 ** 20;

/** @returns puts the memory back as it is now; false where it has grown too large to be kept */
export function photograph(given: Record<string, unknown>): () => boolean {
  const exports = given as unknown as Exports;
  const { memory } = exports;
  const picture = new Uint8Array(memory.buffer).slice();
  const stack = exports.emscripten_stack_get_current();
  return () => {
    const now = new Uint8Array(memory.buffer);
    if (now.length > picture.length + MOST_GROWTH) return false;
    now.set(picture);
    now.fill(0, picture.length);
    exports._emscripten_stack_restore(stack);
    return true;
  };
}
