import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode } from './codec';
import { LONGEST_MESSAGE, MOST_EFFECTS, parseRealmMessage } from './parse';
import type { Effect } from './protocol';

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({ type: fc.constant('timer' as const), id: fc.nat(), delay: fc.nat() }),
  fc.record({ type: fc.constant('clear-timer' as const), id: fc.nat() }),
  fc.record({ type: fc.constant('abort' as const), id: fc.nat() }),
  fc.record({ type: fc.constant('document-cookie' as const), cookie: fc.string() }),
  fc.record(
    {
      type: fc.constant('console' as const),
      level: fc.constantFrom('log' as const, 'info' as const, 'warn' as const, 'error' as const, 'debug' as const),
      text: fc.string(),
      line: fc.integer({ min: 1, max: 1000 }),
    },
    { requiredKeys: ['type', 'level', 'text'] },
  ),
  fc.record({
    type: fc.constant('answer' as const),
    id: fc.nat(),
    answer: fc.record({
      status: fc.integer({ min: 100, max: 599 }),
      statusText: fc.string(),
      headers: fc.array(fc.tuple(fc.string(), fc.string())),
      body: fc.uint8Array({ maxLength: 50 }).map((bytes) => new Uint8Array(bytes)),
    }),
  }),
);

const request = {
  initiator: 'fetch',
  destination: '',
  method: 'GET',
  url: 'https://api.example.com/',
  headers: [['accept', '*/*']],
  body: null,
  mode: 'cors',
  credentials: 'same-origin',
  cache: 'default',
  redirect: 'follow',
  referrer: 'client',
  referrerPolicy: '',
  integrity: '',
  keepalive: false,
  useCorsPreflight: false,
};

function typeOrError(text: string): string {
  try {
    return parseRealmMessage(text).type;
  } catch (error) {
    return error instanceof Error ? 'refused' : 'thrown';
  }
}

describe('what a realm sends', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(effect), (effects) => {
        const message = { type: 'turn', effects };
        expect(parseRealmMessage(encode(message))).toEqual(message);
      }),
    );
  });

  test('is read with the request that it carries', () => {
    const message = { type: 'turn', effects: [{ type: 'fetch', id: 1, request, line: 3 }] };
    expect(parseRealmMessage(encode(message))).toEqual(message);
  });

  test('loses members that the protocol does not know', () => {
    const message = { type: 'turn', effects: [{ type: 'abort', id: 1, extra: true }], more: 1 };
    expect(parseRealmMessage(encode(message))).toEqual({ type: 'turn', effects: [{ type: 'abort', id: 1 }] });
  });

  test('never gets through as anything but a message or an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['ready', 'turn', 'flood', 'refused']).toContain(typeOrError(text));
      }),
    );
  });

  test.each([
    ['a delay that is a string', { type: 'timer', id: 1, delay: '1' }, 'message.effects[0].delay: expected an integer'],
    ['an unknown effect', { type: 'navigate' }, 'message.effects[0].type: expected "timer"'],
    ['no effect at all', null, 'message.effects[0].type: expected "timer"'],
    [
      'a header without a value',
      { type: 'fetch', id: 1, request: { ...request, headers: [['accept']] } },
      'message.effects[0].request.headers[0]: expected a pair',
    ],
    [
      'a mode that does not exist',
      { type: 'fetch', id: 1, request: { ...request, mode: 'any' } },
      'message.effects[0].request.mode: expected',
    ],
    [
      'a body that is no bytes',
      { type: 'fetch', id: 1, request: { ...request, body: 'text' } },
      'message.effects[0].request.body: expected bytes, got "text"',
    ],
    ['a line before the first', { type: 'console', level: 'log', text: '', line: 0 }, 'message.effects[0].line'],
  ])('is refused where it holds %s, and the error names the place', (_what, bad, words) => {
    expect(() => parseRealmMessage(encode({ type: 'turn', effects: [bad] }))).toThrow(words);
  });

  test('is refused where it is too long, before it is read', () => {
    expect(() => parseRealmMessage('x'.repeat(LONGEST_MESSAGE + 1))).toThrow(RangeError);
  });

  test('is refused where it holds too many effects', () => {
    const effects = Array.from({ length: MOST_EFFECTS + 1 }, () => ({ type: 'abort', id: 1 }));
    expect(() => parseRealmMessage(encode({ type: 'turn', effects }))).toThrow(
      `expected at most ${MOST_EFFECTS} members`,
    );
  });
});
