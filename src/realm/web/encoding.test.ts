import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atob, btoa } from './base64';
import { decodeUtf8, encodeUtf8 } from './encoding';
import { URLSearchParams } from './url-search-params';

const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });

test('text is encoded as the platform encodes it, lone surrogates included', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([...encodeUtf8(text)]).toEqual([...new globalThis.TextEncoder().encode(text)]);
    }),
  );
});

test('bytes are decoded as the platform decodes them, malformed ones included', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(decodeUtf8(bytes)).toBe(new globalThis.TextDecoder().decode(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('malformed bytes are refused where the decoder is fatal', () => {
  expect(decodeUtf8(Uint8Array.of(0xff), { fatal: true })).toBeNull();
});

test('base64 goes there and back as the platform does it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }),
      (text) => {
        expect(btoa(text)).toBe(globalThis.btoa(text));
        expect(atob(btoa(text))).toBe(text);
      },
    ),
  );
});

test('base64 of what is no byte is refused', () => {
  expect(() => btoa('€')).toThrow(expect.objectContaining({ name: 'InvalidCharacterError' }));
  expect(() => atob('a')).toThrow(expect.objectContaining({ name: 'InvalidCharacterError' }));
});

test('queries are read and written as the platform does it', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.webQueryParameters()), (query) => {
      expect(new URLSearchParams(query).toString()).toBe(new globalThis.URLSearchParams(query).toString());
    }),
  );
});

test('setting a parameter replaces the first and drops the others', () => {
  const params = new URLSearchParams([
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
  ]);
  params.set('a', 'x y');
  expect(params.toString()).toBe('a=x+y&b=2');
});
