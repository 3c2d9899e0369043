/** Random bytes that begin anew, the same, for every server: a run is the same every time. */

let state = 0;

export function seedRandom(): void {
  state = 0x9e3779b9;
}

function fill<T extends ArrayBufferView>(view: T): T {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let at = 0; at < bytes.length; at += 1) {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    bytes[at] = (mixed ^ (mixed >>> 14)) & 0xff;
  }
  return view;
}

export function replaceCrypto(): void {
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { getRandomValues: fill } });
}
