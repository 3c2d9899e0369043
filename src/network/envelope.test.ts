import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeReply, decodeRequest, encodeReply, encodeRequest } from './envelope';

const bytes = fc.uint8Array({ maxLength: 300 });
const line = fc.integer({ min: 1, max: 10_000 });
const headers = fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })), { maxLength: 5 });

const requests = fc.record({
  exchange: fc.nat(),
  request: fc.record({
    kind: fc.constantFrom('preflight' as const, 'actual' as const),
    method: fc.string(),
    url: fc.webUrl(),
    headers,
    body: fc.option(bytes),
  }),
});

const closed = fc.record({ ok: fc.constant(false as const), route: fc.nat() }, { requiredKeys: ['ok'] });
const answered = fc.record(
  {
    ok: fc.constant(true as const),
    response: fc.record(
      { status: fc.integer({ min: 200, max: 599 }), statusText: fc.string(), headers, body: bytes, omitted: fc.nat() },
      { requiredKeys: ['status', 'statusText', 'headers', 'body'] },
    ),
    source: fc.record({ line, headers: fc.array(fc.record({ name: fc.string(), line })) }, { requiredKeys: [] }),
    route: fc.nat(),
  },
  { requiredKeys: ['ok', 'response'] },
);

describe('the envelope', () => {
  it('gives back every request that was put in, and a header can carry it', () => {
    fc.assert(
      fc.property(requests, (carried) => {
        const text = encodeRequest(carried);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        expect(decodeRequest(text)).toEqual(carried);
      }),
    );
  });

  it('gives back every reply that was put in', () => {
    fc.assert(
      fc.property(fc.oneof(closed, answered), (reply) => {
        expect(decodeReply(encodeReply(reply))).toEqual(reply);
      }),
    );
  });

  it('carries bodies that are larger than one call can take', () => {
    const body = new Uint8Array(70_000).fill(200);
    const reply = { ok: true as const, response: { status: 200, statusText: '', headers: [], body } };
    expect(decodeReply(encodeReply(reply))).toEqual(reply);
  });

  const request = { exchange: 1, kind: 'actual', method: 'GET', url: 'https://a.example/', headers: [], body: null };
  it.each([
    ['<html>', 'The envelope is not JSON'],
    ['[]', 'the envelope: expected an object'],
    [JSON.stringify({ ...request, kind: 'other' }), 'kind: "other" is unknown'],
    [JSON.stringify({ ...request, exchange: 0.5 }), 'exchange: expected a whole number'],
    [JSON.stringify({ ...request, method: null }), 'method: expected a string'],
    [JSON.stringify({ ...request, headers: {} }), 'headers: expected an array'],
    [JSON.stringify({ ...request, headers: [['a']] }), 'headers: expected pairs'],
    [JSON.stringify({ ...request, headers: [['a', 1]] }), 'headers: expected strings'],
    [JSON.stringify({ ...request, body: '*' }), 'body: expected base64'],
  ])('refuses the request %s', (text, message) => {
    expect(() => decodeRequest(text)).toThrow(message);
  });

  const reply = { status: 200, statusText: 'OK', headers: [], body: '' };
  it.each([
    [JSON.stringify({ ...reply, status: '200' }), 'status: expected a whole number'],
    [JSON.stringify({ ...reply, body: null }), 'body: expected a string'],
    [JSON.stringify({ ...reply, source: [] }), 'source: expected an object'],
    [JSON.stringify({ ...reply, source: { headers: [{ name: 'a' }] } }), 'line: expected a whole number'],
    [JSON.stringify({ ...reply, route: 'x' }), 'route: expected a whole number'],
  ])('refuses the reply %s', (text, message) => {
    expect(() => decodeReply(text)).toThrow(message);
  });
});
