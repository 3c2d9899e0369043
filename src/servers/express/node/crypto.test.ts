import nodeCrypto from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHash, createHmac, randomUUID, timingSafeEqual } from './crypto';

describe('crypto', () => {
  it.each(['sha1', 'sha256'])('digests with %s as Node does', (algorithm) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
        const ours = createHash(algorithm).update(bytes).update(text).digest('base64');
        expect(ours).toBe(nodeCrypto.createHash(algorithm).update(bytes).update(text).digest('base64'));
      }),
    );
  });

  it('authenticates as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.string(), (key, text) => {
        const ours = createHmac('sha256', key).update(text).digest('hex');
        expect(ours).toBe(nodeCrypto.createHmac('sha256', key).update(text).digest('hex'));
      }),
    );
  });

  it('says which algorithms it has', () => {
    expect(() => createHash('md5')).toThrow('offers sha1 and sha256, not md5');
  });

  it('compares and makes identifiers', () => {
    expect(timingSafeEqual(new Uint8Array([1]), new Uint8Array([2]))).toBe(false);
    expect(randomUUID()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
