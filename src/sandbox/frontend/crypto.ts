/** crypto's two makers of random values, the same in every run. */

import { notOffered } from './not-offered';

export function createCrypto(): object {
  const byte = (): number => Math.floor(Math.random() * 256);
  return {
    getRandomValues<T extends Uint8Array>(array: T): T {
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).forEach((_, index, bytes) => {
        bytes[index] = byte();
      });
      return array;
    },
    randomUUID(): string {
      const hex = Array.from({ length: 16 }, (_, index) => {
        const value = byte();
        const stamped = index === 6 ? (value & 0x0f) | 0x40 : index === 8 ? (value & 0x3f) | 0x80 : value;
        return stamped.toString(16).padStart(2, '0');
      }).join('');
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
    get subtle(): never {
      return notOffered('crypto.subtle');
    },
  };
}
