import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromText, toText } from './messages';

const words = ['open', 'message', 'close'] as const;

describe('messages of an interpreter', () => {
  it('come back as they were, whatever their text', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...words), fc.string({ unit: 'binary' }), (realm, word, text) => {
        expect(fromText(toText({ realm, word, text }), words)).toEqual({ realm, word, text });
      }),
    );
  });

  it.each(['', 'open', '1', '1 open', 'x open y', '1.5 open y', '1 shut y', ' open '])('%j is none', (text) => {
    expect(() => fromText(text, words)).toThrow(/^message: expected one of open, message, close$/);
  });
});
