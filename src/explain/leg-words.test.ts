import { describe, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { successfulPut } from './fixtures';
import { answerLines, headersOfLines, workLine } from './leg-words';

const API = 'https://api.example.com';
const APP = 'https://app.example.com';

/** A preflight of the fixture's page, answered so. */
function preflight(answer: Record<string, string>, asked = 'PUT'): Exchange {
  const exchange = successfulPut().result.exchanges.find(({ kind }) => kind === 'preflight')!;
  return {
    ...exchange,
    requestHeaders: [
      ['origin', APP],
      ['access-control-request-method', asked],
    ],
    status: 204,
    statusText: 'No Content',
    responseHeaders: Object.entries(answer).map(([name, value]) => [`access-control-allow-${name}`, value]),
  };
}
const said = (answer: Record<string, string>, asked?: string) => answerLines(preflight(answer, asked)).slice(1);

describe('what a preflight’s answer says in the picture', () => {
  const rest = { methods: 'GET, PUT', headers: 'Content-Type' };

  it.each([
    [{ origin: APP, ...rest }, ['allows GET, PUT', 'with content-type']],
    [{ origin: '*', ...rest }, ['allows GET, PUT', 'with content-type']],
    [{ origin: 'https://other.example', ...rest }, ['allows https://other.example', 'allows GET, PUT']],
    [{ origin: 'null', ...rest }, ['allows null', 'allows GET, PUT']],
    [rest, ['names no origin', 'allows GET, PUT']],
    [{ origin: APP }, ['allows this origin']],
  ])('begins with the origin, unless it is right and more is said: %j', (answer, lines) => {
    expect(said(answer)).toEqual(lines);
  });

  it('says of many methods whether the one that was asked for is among them', () => {
    const methods = 'GET,HEAD,PUT,PATCH,POST,DELETE';
    expect(said({ origin: APP, methods }, 'PUT')).toEqual(['allows PUT and 5 more']);
    expect(said({ origin: APP, methods }, 'PURGE')).toEqual(['allows 6 methods, not PURGE']);
    expect(said({ origin: APP, methods: '*' }, 'PUT')).toEqual(['allows *']);
  });

  it('names the header of each line, whatever its value', () => {
    expect(headersOfLines(preflight({ origin: 'null', methods: 'PUT' }))).toMatchObject({
      'allows null': 'access-control-allow-origin',
      'allows PUT': 'access-control-allow-methods',
    });
  });
});

describe('the line of code below a server’s work', () => {
  const code = "\napp.get('/', (q, r) => { const { name } = q.body.user; r.json({ name }); });";
  const scenario: Scenario = { ...successfulPut().scenario, servers: [{ origin: API, kind: 'express', code }] };
  const answered = (status: number): Exchange => ({ ...preflight({}), status, source: { line: 2 } });
  const failure = (origin: string) => ({ origin, line: 2, message: 'TypeError: no user' });

  it('says what answered', () => {
    expect(workLine(answered(200), scenario)).toBe('line 2: json({ name })');
    expect(workLine(answered(500), scenario, [failure('https://other.example')])).toBe('line 2: json({ name })');
  });

  it('says that it throws, and not what it would have answered', () => {
    expect(workLine(answered(500), scenario, [failure(API)])).toBe('line 2 throws');
  });

  it('says what it answered to a request for which it did not throw', () => {
    expect(workLine(answered(200), scenario, [failure(API)])).toBe('line 2: json({ name })');
  });
});
