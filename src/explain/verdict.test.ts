import { describe, expect, it } from 'vitest';
import type { ConsoleEntry, ServerError, SimulationResult } from '@/scenario/result';
import { connectionFailed, successfulPut } from './fixtures';
import { explainRun, plain } from './index';

const empty = { requests: [], exchanges: [], events: [], console: [], serverLog: [] };

/** The run of a fixture, with another result. */
function verdictOf(change: (result: SimulationResult) => Partial<SimulationResult>, fixture = successfulPut()) {
  const { verdict } = explainRun({ ...fixture.result, ...change(fixture.result) }, fixture.scenario);
  return { ...verdict, sentence: plain(verdict.sentence) };
}

const thrown = (text: string): ConsoleEntry => ({ level: 'error', source: 'browser', text, at: 10 });

describe('the verdict on code that fails by itself', () => {
  it('is Failed where a timer threw, in the words of the error and not of one browser', () => {
    for (const text of ['Uncaught Error: boom', 'Error: boom', 'Unhandled Promise Rejection: Error: boom']) {
      const { word, sentence } = verdictOf(() => ({ ...empty, console: [thrown(text)] }));
      expect([word, sentence]).toEqual(['failed', 'Nothing catches what the code threw: Error: boom.']);
    }
  });

  it('closes the words of an error once', () => {
    const error = { name: 'Stopped', message: 'The code ran for 1.5 seconds. Is there a loop that never ends?' };
    expect(verdictOf(() => ({ ...empty, error })).sentence).toBe(error.message);
  });

  it('names the failure of the server that the code stumbled over', () => {
    const error = { name: 'SyntaxError', message: 'Unexpected token', line: 7 };
    const served = (status: number) =>
      verdictOf(({ exchanges }) => ({
        error,
        exchanges: exchanges.map((exchange) => ({ ...exchange, status })),
        serverErrors: [{ origin: 'https://api.example.com', message: "KeyError: 'nope'", line: 16 }],
      })).sentence;
    const own = 'The code itself failed (line 7): SyntaxError: Unexpected token.';
    expect(served(500)).toBe(
      `${own} Before that, a server answered 500. The server’s code failed (line 16): KeyError: 'nope'.`,
    );
    expect(served(200)).toBe(own);
  });

  describe('over an answer that is no JSON', () => {
    const V8 = (excerpt: string) => `Unexpected token '<', ${excerpt} is not valid JSON`;
    const read = (
      response: { status: number; statusText: string; body: string; type?: string },
      message = V8('"<!DOCTYPE "...'),
      change: Partial<SimulationResult> = {},
    ) =>
      verdictOf(({ requests }) => ({
        requests: requests.map((request) => ({
          ...request,
          response: {
            ...request.response!,
            status: response.status,
            statusText: response.statusText,
            headers: [['content-type', response.type ?? 'text/html; charset=utf-8']],
            body: response.body,
          },
        })),
        error: { name: 'SyntaxError', message, line: 2 },
        ...change,
      })).sentence;
    const PAGE = '<!DOCTYPE html>\n<pre>Cannot GET /user</pre>';
    const NOT_FOUND = { status: 404, statusText: 'Not Found', body: PAGE };
    const then = (message: string) => `So the code failed (line 2): SyntaxError: ${message}.`;
    const before = (what: string) => `PUT /users/7 was answered with ${what}`;

    it('says the status and what the body is, and the error as what came of it, in the words of each browser', () => {
      for (const message of [
        V8('"<!DOCTYPE "...'),
        'JSON.parse: unexpected character at line 1 column 1 of the JSON data',
        "JSON Parse error: Unrecognized token '<'",
      ]) {
        expect(read(NOT_FOUND, message)).toBe(
          `${before('404 Not Found')}, and the body is HTML, not JSON. ${then(message)}`,
        );
      }
    });

    it('names the failure of the server before what came of it', () => {
      const serverErrors = [{ origin: 'https://api.example.com', message: "KeyError: 'nope'", line: 16 }];
      const failed = { ...NOT_FOUND, status: 500, statusText: 'Internal Server Error' };
      expect(read(failed, undefined, { serverErrors })).toBe(
        `${before('500 Internal Server Error')}, and the body is HTML, not JSON. The server’s code failed (line 16): KeyError: 'nope'. ${then(V8('"<!DOCTYPE "...'))}`,
      );
    });

    it('knows an empty body, another type and JSON that is broken', () => {
      const empty = 'Unexpected end of JSON input';
      expect(read({ status: 204, statusText: 'No Content', body: '' }, empty)).toContain('the body is empty. So');
      const csv = { status: 200, statusText: 'OK', body: 'a;b', type: 'text/csv' };
      expect(read(csv, `Unexpected token 'a', "a;b" is not valid JSON`)).toContain('the body is text/csv, not JSON.');
      const broken = { status: 200, statusText: 'OK', body: '{"a":', type: 'application/json' };
      expect(read(broken, empty)).toContain('the body is no valid JSON.');
    });

    it('says the same where only the console has the error', () => {
      const message = V8('"<!DOCTYPE "...');
      const sentence = read(NOT_FOUND, message, {
        error: undefined,
        console: [thrown(`Uncaught (in promise) SyntaxError: ${message}`)],
      });
      expect(sentence).toBe(
        `${before('404 Not Found')}, and the body is HTML, not JSON. Nothing catches what the code threw: SyntaxError: ${message}.`,
      );
    });

    it('blames no answer that is JSON, none that the words are not of, and for no other error', () => {
      const json = { status: 404, statusText: 'Not Found', body: '{}', type: 'application/json' };
      for (const sentence of [
        read(json),
        read(NOT_FOUND, V8('"<other"')),
        read(NOT_FOUND, 'Invalid or unexpected token'),
      ]) {
        expect(sentence).toMatch(/^The code itself failed \(line 2\): SyntaxError: /);
      }
    });
  });

  it('praises nothing where there was no request', () => {
    expect(verdictOf(() => empty)).toEqual({
      word: 'allowed',
      neutral: 'nothing-sent',
      sentence: 'The code made no request.',
    });
  });
});

describe('the verdict on a server that fails by itself', () => {
  /** A run whose only exchange was closed without an answer. */
  const closed = (serverError: Omit<ServerError, 'origin'>, waited = 12) =>
    verdictOf(({ requests, exchanges }) => {
      const exchange = exchanges.find(({ kind }) => kind === 'actual')!;
      const { times, url } = exchange;
      const lost = { ...exchange, status: 0, times: { ...times, answered: times.arrived + waited } };
      return {
        requests: requests.map((request) => ({
          ...request,
          outcome: 'rejected',
          verdict: 'failed',
          reason: 'connection-closed',
          exchanges: [lost.id],
        })),
        exchanges: [lost],
        events: [],
        serverErrors: [{ ...serverError, origin: new URL(url).origin }],
      };
    }).sentence;

  it('gives the line that does not parse', () => {
    expect(closed({ message: 'SyntaxError: Unexpected token', line: 2 })).toBe(
      'The server’s code does not parse (line 2): Unexpected token.',
    );
  });

  it('says that a loop was stopped', () => {
    expect(closed({ message: 'The code ran for 1.5 seconds without pausing and was stopped.' })).toBe(
      'The server’s code ran for 1.5 seconds without pausing and was stopped.',
    );
  });

  it('says for how long nobody answered', () => {
    const message = 'PUT /users/7 was never answered: no handler ended the response, or called next().';
    expect(closed({ message }, 120_000)).toBe(
      'https://api.example.com got the PUT and did not answer for 2 minutes: no handler ended the response, or called next().',
    );
  });

  it('names the servers there are where the name leads to none', () => {
    const { sentence } = verdictOf(() => ({}), connectionFailed());
    expect(sentence).toMatch(/ The server here is https:\/\/api\.example\.com\.$/);
  });
});

describe('the verdict on what the server did all the same', () => {
  const changed = (path: string, exchange: number) => [
    { origin: 'https://api.example.com', before: {}, after: {}, changes: [{ path, from: 1, to: 2, exchange }] },
  ];
  const withActual = (verdict: 'blocked' | 'allowed') =>
    verdictOf(({ requests, exchanges }) => ({
      requests: requests.map((request) => ({
        ...request,
        ...(verdict === 'blocked' ? { outcome: 'rejected', verdict, reason: 'allow-origin-missing' } : {}),
      })),
      serverState: changed('accounts.ada', exchanges.find(({ kind }) => kind === 'actual')!.id),
    })).sentence;

  it('adds what a blocked request changed', () => {
    expect(withActual('blocked')).toMatch(/, so .*\. But it arrived: accounts\.ada changed\.$/);
  });

  it('adds nothing where the code may read the answer', () => {
    expect(withActual('allowed')).not.toContain('accounts');
  });
});

it('says that the extension allows, where the server did not, and does not praise it', () => {
  const { word, neutral, sentence } = verdictOf(({ exchanges }) => ({
    exchanges: exchanges.map((exchange) => ({
      ...exchange,
      rewritten: { by: 'extension', status: exchange.status, statusText: exchange.statusText, responseHeaders: [] },
    })),
  }));
  expect([word, neutral]).toEqual(['allowed', 'extension']);
  expect(sentence).toMatch(/^The extension, not the server, allows the origin https:/);
});

it('judges the visit that the scenario is about, and tells an earlier one’s requests from its own', () => {
  const { result, scenario } = successfulPut();
  const [request] = result.requests;
  const before = { page: 'https://bank.example/', frontend: '' };
  const run = explainRun(
    { ...result, requests: [{ ...request!, id: 99, visit: 0, verdict: 'blocked' }, request!] },
    { ...scenario, earlier: [before] },
  );
  expect(run.verdict.word).toBe('allowed');
  expect(run.tracks.map(({ earlier }) => earlier)).toEqual(['https://bank.example', null]);
  const asked = { at: 0, actor: 'page', step: 'request-started' as const, visit: 0, text: 'The code asks for it.' };
  const [stop] = explainRun({ ...result, events: [asked] }, scenario).stops;
  expect(stop?.sentence).toBe('On an earlier visit, the code asks for it.');
});
