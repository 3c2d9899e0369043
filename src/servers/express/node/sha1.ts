/** FIPS 180-4, 6.1 */
export function sha1(message: Uint8Array): Uint8Array {
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const words = new Uint32Array(80);
  const blocks = padded(message);
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    for (let t = 0; t < 16; t++) words[t] = blocks.getUint32(offset + t * 4);
    for (let t = 16; t < 80; t++) words[t] = rotl(words[t - 3]! ^ words[t - 8]! ^ words[t - 14]! ^ words[t - 16]!, 1);
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let t = 0; t < 80; t++) {
      const [mixed, constant] =
        t < 20
          ? [(b & c) ^ (~b & d), 0x5a827999]
          : t < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : t < 60
              ? [(b & c) ^ (b & d) ^ (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (rotl(a, 5) + mixed + e + constant + words[t]!) | 0;
      [e, d, c, b, a] = [d, c, rotl(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((value, index) => (state[index] = state[index]! + value));
  }
  return bigEndian(state);
}

function rotl(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** 5.1.1: a one bit, zeros, and the length in bits. */
export function padded(message: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((message.length + 9) / 64) * 64));
  new Uint8Array(view.buffer).set(message);
  view.setUint8(message.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(view.byteLength - 4, message.length << 3);
  return view;
}

export function bigEndian(words: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, index) => view.setUint32(index * 4, word));
  return new Uint8Array(view.buffer);
}
