import { bigEndian, padded } from './sha1';

/** 4.2.2: the first 32 bits of the fractional parts of the cube roots, 5.3.3: of the square roots, of the first primes. */
const PRIMES = firstPrimes(64);
const CONSTANTS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const INITIAL = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** FIPS 180-4, 6.2 */
export function sha256(message: Uint8Array): Uint8Array {
  const state = INITIAL.slice();
  const words = new Uint32Array(64);
  const blocks = padded(message);
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    for (let t = 0; t < 16; t++) words[t] = blocks.getUint32(offset + t * 4);
    for (let t = 16; t < 64; t++) {
      const [before15, before2] = [words[t - 15]!, words[t - 2]!];
      const small0 = rotr(before15, 7) ^ rotr(before15, 18) ^ (before15 >>> 3);
      const small1 = rotr(before2, 17) ^ rotr(before2, 19) ^ (before2 >>> 10);
      words[t] = small1 + words[t - 7]! + small0 + words[t - 16]!;
    }
    const work = state.slice();
    for (let t = 0; t < 64; t++) {
      const [a, b, c, d, e, f, g, h] = work as unknown as number[] as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const sum1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
      const first = (h + sum1 + ((e & f) ^ (~e & g)) + CONSTANTS[t]! + words[t]!) | 0;
      const second = ((rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      work.set([first + second, a, b, c, d + first, e, f, g]);
    }
    work.forEach((value, index) => (state[index] = state[index]! + value));
  }
  return bigEndian(state);
}

function rotr(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function fraction(value: number): number {
  return Math.floor((value % 1) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
