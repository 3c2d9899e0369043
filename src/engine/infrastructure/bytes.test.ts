import { describe, expect, it } from 'vitest';
import { decodeUtf8Lossy, encodeUtf8, mendUtf8, percentEncodeBytes } from './bytes';

const MARK = '\ufffd';

describe('bytes as UTF-8', () => {
  it.each([
    ['caf\xc3\xa9', 'café', 'café'],
    ['\xf0\x9f\x98\x80', '😀', '😀'],
    ['\xef\xbb\xbfx', '\ufeffx', '\ufeffx'],
    ['caf\xe9', `caf${MARK}`, `caf${MARK}`],
    // The beginning of a character counts as one where it is decoded, byte by byte where it is mended
    ['\xe2\x82', MARK, MARK.repeat(2)],
    ['\xc0\xaf', MARK.repeat(2), MARK.repeat(2)],
    ['\xed\xa0\x80', MARK.repeat(3), MARK.repeat(3)],
  ])('%j are decoded as %j, and mended to the bytes of %j', (bytes, decoded, mended) => {
    expect(decodeUtf8Lossy(bytes)).toBe(decoded);
    expect(mendUtf8(bytes)).toBe(encodeUtf8(mended));
  });

  it('are percent-encoded one by one', () => {
    expect(percentEncodeBytes('/a b%/caf\xe9\xc3\xa9')).toBe('/a b%/caf%E9%C3%A9');
  });
});
