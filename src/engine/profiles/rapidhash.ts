/** rapidhash (https://github.com/Nicoshev/rapidhash, BSD 2-Clause), as Blink hashes strings without regard to case. */

const SEED = 0xbdd89aa982704029n;
const SECRETS = [0x2d358dccaa6c78a5n, 0x8bb84b93962eacc9n, 0x4b33a62ed433d4a3n] as const;
const MASK = (1n << 64n) - 1n;
/** Bytes that one round takes. */
const ROUND = 48;

/** The 64-bit hash of the UTF-16 form of an ASCII text in lower case. */
export function rapidhash(text: string): bigint {
  const length = text.length * 2;
  const size = BigInt(length);
  let seed = SEED ^ mix(SEED ^ SECRETS[0], SECRETS[1]) ^ size;
  const [a, b] = length <= 16 ? shortInput(text) : longInput();
  const low = ((a ^ SECRETS[1]) * (b ^ seed)) & MASK;
  const high = ((a ^ SECRETS[1]) * (b ^ seed)) >> 64n;
  return mix(low ^ SECRETS[0] ^ size, high ^ SECRETS[1]);

  function longInput(): [bigint, bigint] {
    let at = 0;
    let left = length;
    if (left > ROUND) {
      let second = seed;
      let third = seed;
      do {
        seed = mix(read64(text, at) ^ SECRETS[0], read64(text, at + 8) ^ seed);
        second = mix(read64(text, at + 16) ^ SECRETS[1], read64(text, at + 24) ^ second);
        third = mix(read64(text, at + 32) ^ SECRETS[2], read64(text, at + 40) ^ third);
        at += ROUND;
        left -= ROUND;
      } while (left >= ROUND);
      seed ^= second ^ third;
    }
    if (left > 16) seed = mix(read64(text, at) ^ SECRETS[2], read64(text, at + 8) ^ seed ^ SECRETS[1]);
    if (left > 32) seed = mix(read64(text, at + 16) ^ SECRETS[2], read64(text, at + 24) ^ seed);
    return [read64(text, at + left - 16), read64(text, at + left - 8)];
  }
}

function shortInput(text: string): [bigint, bigint] {
  const length = text.length * 2;
  if (length === 0) return [0n, 0n];
  if (length < 4) return [unit(text, 0), 0n];
  const last = length - 4;
  const delta = (length & 24) >> (length >> 3);
  return [(read32(text, 0) << 32n) | read32(text, last), (read32(text, delta) << 32n) | read32(text, last - delta)];
}

function mix(a: bigint, b: bigint): bigint {
  const product = a * b;
  return (product & MASK) ^ (product >> 64n);
}

/** `at`: an offset in bytes, two to a character. */
function read64(text: string, at: number): bigint {
  return read32(text, at) | (read32(text, at + 4) << 32n);
}

function read32(text: string, at: number): bigint {
  return unit(text, at) | (unit(text, at + 2) << 16n);
}

function unit(text: string, at: number): bigint {
  return BigInt(text.charCodeAt(at / 2));
}
