import { describe, expect, it } from 'vitest';
import type { HeaderList, RequestRecord } from '../contract';
import { allow, API, PAGE } from '../testing/browser-under-test';
import { ask, ORIGIN, REDIRECTS, sentHeader } from './ask';

const forced: HeaderList = [['X-Test', 'test']];

/** What a preflight that allows `methods` and `headers` leads to. */
function allowing(
  methods: string | null,
  headers: string | null,
  changes: Partial<RequestRecord>,
  status = 200,
): ReturnType<typeof ask> {
  const answered = allow(ORIGIN, [['Access-Control-Allow-Credentials', 'true']]);
  const preflight: HeaderList = [...answered];
  if (methods !== null) preflight.push(['Access-Control-Allow-Methods', methods]);
  if (headers !== null) preflight.push(['Access-Control-Allow-Headers', headers]);
  return ask(changes, { preflight: { status, headers: preflight }, response: { headers: answered } });
}

describe('a method that is not safelisted', () => {
  it.each(['DELETE', 'PUT', 'PATCH', 'NEW'])('%s is asked for, and sent if the server allows it', async (method) => {
    const { verdict, sent, preflights } = await allowing(method, null, { method });
    expect(verdict).toBe('allowed');
    expect(sent.map((message) => message.method)).toEqual(['OPTIONS', method]);
    expect(sentHeader(preflights[0], 'access-control-request-method')).toBe(method);
    expect(sentHeader(preflights[0], 'access-control-request-headers')).toBeNull();
    expect(sentHeader(preflights[0], 'user-agent')).toBe(sentHeader(sent[1], 'user-agent'));
  });

  it.each(['DELETE', 'PUT', 'PATCH', 'NEW'])('%s is not sent if the server does not allow it', async (method) => {
    const { verdict, sent } = await allowing(null, null, { method });
    expect([verdict, sent.length]).toEqual(['method-not-allowed', 1]);
  });

  it('asks for no safelisted header along with it', async () => {
    const headers: HeaderList = [
      ['Accept', '*'],
      ['Accept-Language', 'bzh'],
      ['Content-Language', 'eu'],
    ];
    const { verdict, preflights } = await allowing('PUT', null, { method: 'PUT', headers });
    expect([verdict, sentHeader(preflights[0], 'access-control-request-headers')]).toEqual(['allowed', null]);
  });
});

describe('several headers that are not safelisted', () => {
  const headers: HeaderList = [
    ['x-test-header1', 'v'],
    ['x-test-header2', 'v'],
    ['X-test-header3', 'v'],
    ['x-test-header-b', 'v'],
    ['x-test-header-D', 'v'],
    ['x-test-header-C', 'v'],
    ['x-test-header-a', 'v'],
    ['Content-Type', 'v'],
    ['Accept', '*'],
  ];
  const names =
    'content-type,x-test-header-a,x-test-header-b,x-test-header-c,x-test-header-d,x-test-header1,x-test-header2,x-test-header3';

  it.each(['GET', 'PUT'])('are asked for in one sorted list with %s', async (method) => {
    const { verdict, preflights } = await allowing(method, names.replaceAll(',', ' ,'), { method, headers });
    expect(verdict).toBe('allowed');
    expect(sentHeader(preflights[0], 'access-control-request-headers')).toBe(names);
  });

  it.each(['GET', 'PUT'])('keep %s from being sent unless all are allowed', async (method) => {
    for (const allowed of [null, names.slice(0, names.lastIndexOf(','))]) {
      const { verdict, sent } = await allowing(method, allowed, { method, headers });
      expect([verdict, sent.length]).toEqual(['header-not-allowed', 1]);
    }
  });

  it('may be allowed in any case, with empty members between them', async () => {
    const both: HeaderList = [
      ['x-print', 'unicorn'],
      ['y-print', 'narwhal'],
    ];
    const { verdict, sent } = await allowing(null, ',y-lol,x-PriNT, ,,,Y-PRINT', { headers: both });
    expect(verdict).toBe('allowed');
    expect([sentHeader(sent[1], 'x-print'), sentHeader(sent[1], 'y-print')]).toEqual(['unicorn', 'narwhal']);
  });
});

describe('the wildcard in a preflight’s answer', () => {
  it.each<[verdict: string, include: boolean, methods: string, headers: string, method: string, header: string | null]>(
    [
      ['allowed', false, 'get', 'x-test', 'GET', 'X-Test'],
      ['allowed', false, '*', 'x-test', 'SUPER', 'X-Test'],
      ['allowed', false, '*', '*', 'OK', 'X-Test'],
      ['method-not-allowed', true, '*', '*', 'OK', 'X-Test'],
      ['method-not-allowed', true, '*', '', 'PUT', null],
      ['allowed', true, 'PUT', '*', 'PUT', null],
      ['header-not-allowed', true, 'get', '*', 'GET', 'X-Test'],
      ['header-not-allowed', true, '*', '*', 'GET', 'X-Test'],
      ['allowed', true, '*', '*', '*', '*'],
      ['method-not-allowed', true, 'put', '*', 'PUT', null],
      ['method-not-allowed', false, 'put', '*', 'PUT', null],
      ['header-not-allowed', false, '*', '*', 'GET', 'Authorization'],
      ['allowed', false, '*', '*, Authorization', 'GET', 'Authorization'],
      ['allowed', true, '*', 'Authorization', 'GET', 'Authorization'],
    ],
  )('%s, credentials %s: methods %s, headers %s; asked %s with %s', async (verdict, include, ...row) => {
    const [methods, headers, method, header] = row;
    const credentials = include ? 'include' : 'same-origin';
    const own: HeaderList = header === null ? [] : [[header, '1']];
    const asked = await allowing(methods, headers, { method, credentials, headers: own });
    expect(asked.verdict).toBe(verdict);
  });
});

const STATUSES = [
  [200, 201, 202, 203, 204, 205, 206, 299],
  [300, 301, 302, 303, 304, 305, 306, 307, 308],
  [400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417],
  [500, 501, 502, 503, 504, 505, 680, 790],
].flat();

describe('the status of a preflight', () => {
  it.each(STATUSES)('%i counts as ok only from 200 to 299', async (status) => {
    const { verdict, sent } = await allowing(null, 'x-test', { headers: forced }, status);
    const ok = status >= 200 && status <= 299;
    expect([verdict, sent.length]).toEqual(ok ? ['allowed', 2] : ['preflight-status-not-ok', 1]);
  });

  it.each(REDIRECTS)('%i with a Location is not followed', async (status) => {
    for (const profile of ['standard', 'chromium', 'firefox', 'webkit'] as const) {
      const headers = allow(ORIGIN, [
        ['Access-Control-Allow-Headers', 'x-test'],
        ['Location', API],
      ]);
      const asked = await ask({ headers: forced }, { preflight: { status, headers }, response: { headers } }, profile);
      expect(asked.verdict).toMatch(/^preflight-(redirect|status-not-ok)$/);
      expect(asked.sent).toHaveLength(1);
    }
  });
});

describe('a list in a preflight’s answer that does not parse', () => {
  it.each([
    [null, 'x-test,header name with space', 'allow-headers-invalid'],
    ['Bad method name', 'x-test', 'allow-methods-invalid'],
  ])('fails the preflight: methods %s, headers %s', async (methods, headers, reason) => {
    const { verdict, sent } = await allowing(methods, headers, { headers: forced });
    expect([verdict, sent.length]).toEqual([reason, 1]);
  });
});

describe('the status of the answer after a preflight', () => {
  const rows: [method: string, statuses: number[]][] = [
    ['GET', [200, 204, 400, 401]],
    ['HEAD', [200, 204, 400, 401, 501, 699]],
    ['POST', [204, 400, 401, 404]],
    ['PUT', [699]],
    ['CHICKEN', [501]],
  ];
  it.each(rows.flatMap(([method, statuses]) => statuses.map((status) => [method, status] as const)))(
    '%s is read with status %i',
    async (method, status) => {
      const headers = allow(ORIGIN, [
        ['Access-Control-Allow-Headers', 'x-test'],
        ['Access-Control-Allow-Methods', method],
      ]);
      const answers = { preflight: { headers }, response: { status, headers } };
      const { response, sent } = await ask({ method, headers: forced }, answers);
      expect([response?.status, sent.length]).toEqual([status, 2]);
    },
  );

  it.each([
    [false, null, 400, 'allow-origin-missing'],
    [false, 200, 200, 'allow-origin-missing'],
    [true, null, 400, 'allowed'],
    [true, 200, 400, 'allowed'],
    [true, 400, 200, 'preflight-status-not-ok'],
  ])('CORS allowed %s, preflight %s, answer %i: %s', async (allowed, preflight, status, verdict) => {
    const headers = allowed ? allow(ORIGIN, [['Access-Control-Allow-Headers', 'x-test']]) : [];
    const answers = { preflight: { status: preflight ?? 200, headers }, response: { status, headers } };
    const asked = await ask({ headers: preflight === null ? [] : forced }, answers);
    expect(asked.verdict).toBe(verdict);
    expect(asked.response?.status ?? 0).toBe(verdict === 'allowed' ? status : 0);
  });
});

describe('the Referer of a preflight is that of the request', () => {
  const mine = 'https://app.example.com/myreferrer';
  it.each([
    ['no-referrer', null, null],
    ['', `${ORIGIN}/`, `${ORIGIN}/`],
    ['origin', `${ORIGIN}/`, `${ORIGIN}/`],
    ['origin-when-cross-origin', `${ORIGIN}/`, `${ORIGIN}/`],
    ['unsafe-url', PAGE, mine],
  ])('under the policy %j', async (referrerPolicy, own, given) => {
    for (const [referrer, expected] of [
      ['client', own],
      [mine, given],
    ] as const) {
      const { sent } = await allowing(null, 'x-test', { headers: forced, referrerPolicy, referrer });
      expect(sent.map((message) => sentHeader(message, 'referer'))).toEqual([expected, expected]);
    }
  });
});
