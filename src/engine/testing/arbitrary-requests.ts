/** Requests, servers and browsers for property tests: every combination of what decides something. */

import fc from 'fast-check';
import type { BrowserName, HeaderList, RequestRecord } from '../contract';
import { API, bytes, request, type Answer, type Server } from './browser-under-test';

export const OTHER = 'https://other.test/end';
const OWN = 'https://app.example.com/own';

const header = (...pairs: [name: string, ...values: string[]][]) =>
  fc.oneof(...pairs.map(([name, ...values]) => fc.tuple(fc.constant(name), fc.constantFrom(...values))));

const requestHeaders = header(
  ['X-A', '1', ''],
  ['X-B', '2'],
  ['Authorization', 'Bearer 1'],
  ['Content-Type', 'text/plain', 'application/json'],
  ['Range', 'bytes=0-9', 'bytes=-9'],
  ['Accept', 'a', '"'],
);

export const anyBrowser: fc.Arbitrary<BrowserName> = fc.constantFrom('standard', 'chromium', 'firefox', 'webkit');

export const anyRequest: fc.Arbitrary<RequestRecord> = fc
  .record({
    url: fc.constantFrom(API, OTHER, OWN),
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'patch', 'CHICKEN'),
    headers: fc.array(requestHeaders, { maxLength: 4 }),
    body: fc.constantFrom(null, 'text'),
    mode: fc.constantFrom('cors' as const, 'same-origin' as const),
    credentials: fc.constantFrom('omit' as const, 'same-origin' as const, 'include' as const),
    cache: fc.constantFrom('default' as const, 'no-store' as const, 'reload' as const, 'no-cache' as const),
    redirect: fc.constantFrom('follow' as const, 'error' as const, 'manual' as const),
    initiator: fc.constantFrom('fetch' as const, 'xhr' as const),
    useCorsPreflight: fc.boolean(),
  })
  .map(({ url, body, method, ...changes }) => {
    const bodiless = body === null || method === 'GET' || method === 'HEAD';
    return request(url, { ...changes, method, body: bodiless ? null : bytes(body) });
  });

const answerHeaders: fc.Arbitrary<HeaderList> = fc
  .tuple(
    fc.constantFrom(null, '*', 'https://app.example.com', 'null', 'https://wrong.test'),
    fc.array(
      header(
        ['Access-Control-Allow-Credentials', 'true', 'True'],
        ['Access-Control-Allow-Methods', '*', 'PUT', 'DELETE, patch', 'a b'],
        ['Access-Control-Allow-Headers', '*', 'x-a', 'X-B, authorization', 'content-type,range,accept', 'a b'],
        ['Access-Control-Max-Age', '60', '0', '-1', 'x'],
        ['Access-Control-Expose-Headers', '*', 'etag'],
        ['Set-Cookie', 'sid=1', 'sid=2; SameSite=None; Secure'],
        ['ETag', '"1"'],
        ['Cache-Control', 'max-age=60', 'no-cache'],
        ['Location', OTHER, API, OWN, '/own', 'https://u:p@other.test/', ''],
      ),
      { maxLength: 6 },
    ),
  )
  .map(([origin, headers]) => (origin === null ? headers : [['Access-Control-Allow-Origin', origin], ...headers]));

const answer = (...statuses: number[]): fc.Arbitrary<Answer> =>
  fc.record({ status: fc.constantFrom(...statuses), headers: answerHeaders, body: fc.constantFrom('', 'body') });

const route = fc.record({ preflight: answer(200, 204, 404, 302), response: answer(200, 204, 404, 301, 303, 307) });

export const anyServer: fc.Arbitrary<Server> = fc
  .tuple(route, route, route)
  .map(([api, other, own]) => ({ [API]: api, [OTHER]: other, [OWN]: own }));
