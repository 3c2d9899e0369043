import { describe, expect, it } from 'vitest';
import { MARK, envelopeOf, replyOf, toWireAnswer, toWireMessage } from './wire-message';

const url = 'https://api.example.com:8443/users/7?page=2';
const message = (method: string) =>
  toWireMessage(
    { kind: 'actual', method, url, headers: [], body: null },
    '{"a":1}',
    'run-1',
    'http://host.test/some/path/',
  );

describe('a message on the wire', () => {
  it('is addressed below the page, readable as what it simulates', () => {
    expect(message('GET').url).toBe(
      'http://host.test/some/path/__net__/run-1/https/api.example.com:8443/users/7?page=2',
    );
  });

  it.each([
    ['GET', 'GET'],
    ['HEAD', 'HEAD'],
    ['OPTIONS', 'OPTIONS'],
    ['PUT', 'PUT'],
    ['CHICKEN', 'CHICKEN'],
    ['TRACE', 'POST'],
    ['CONNECT', 'POST'],
  ])('of a simulated %s is a %s and carries the envelope', async (method, real) => {
    const { url: address, init } = message(method);
    expect(init.method).toBe(real);
    expect(await envelopeOf(new Request(address, init))).toBe('{"a":1}');
  });

  it.each(['GET', 'HEAD'])('is answered with the reply in a place that a %s has', async (method) => {
    const { body, headers } = toWireAnswer(method, '{"b":2}');
    expect(body === null).toBe(method === 'HEAD');
    expect(await replyOf(new Response(body, { headers }))).toBe('{"b":2}');
  });

  it.each([
    ['a page of the host', new Response('<html>')],
    ['an error of the wire', new Response('gone', { status: 410, headers: { [MARK]: '1' } })],
  ])('is not answered by %s', async (_name, response) => {
    expect(await replyOf(response)).toBeNull();
  });
});
