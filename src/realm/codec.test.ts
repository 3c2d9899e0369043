import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, fromByteString, toByteString } from './codec';

test('bytes anywhere in a value come out as the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, text) => {
      expect(decode(encode({ a: [bytes, text], b: null }))).toEqual({ a: [new Uint8Array(bytes), text], b: null });
    }),
  );
});

test('a body of many thousand bytes survives', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  expect(fromByteString(toByteString(bytes))).toEqual(bytes);
});
