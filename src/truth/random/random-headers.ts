import type { HeaderPair } from '../recording';
import type { RandomSource } from './random-source';

const LONG = 'a'.repeat(128);
const LONGER = 'a'.repeat(129);

/** What a request may carry: names and values that some rule of some browser is about. */
const HEADERS: readonly HeaderPair[] = [
  ...['text/plain', 'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'].map(
    contentType,
  ),
  ...['text/plain;charset=utf-8', 'text/xml', '', 'foo', `text/plain;x=${LONG}`, 'TEXT/PLAIN'].map(contentType),
  ...['text/plain, text/plain', 'application/json, text/plain', 'text/plain; charset="utf-8"'].map(contentType),
  ['Accept', 'application/json'],
  ['Accept', 'a/b(c)'],
  ['Accept', 'text/html;q="1"'],
  ['Accept', LONG],
  ['Accept', LONGER],
  ['Accept-Language', 'en-GB,en;q=0.5'],
  ['Accept-Language', 'en_GB'],
  ['Accept-Language', LONG],
  ['Content-Language', 'de'],
  ['Content-Language', 'd@e'],
  ['Content-Language', LONGER],
  ['Range', 'bytes=0-99'],
  ['Range', 'bytes=-5'],
  ['Range', 'bytes=0-1,5-6'],
  ['Range', 'items=0-5'],
  ['Range', `bytes=0-${'9'.repeat(100)}`],
  ['range', 'bytes=5-'],
  ['range', 'bytes=9-2'],
  ['Authorization', 'Bearer token123'],
  ['X-Custom', 'one'],
  ['X-Custom', 'one'],
  ['X-Requested-With', 'XMLHttpRequest'],
  ['X-UPPER', 'A'],
  ['x-foo', '1'],
  ['X-Second', '2'],
  ['x-quote', 'a"b, c'],
  ['x-empty', ''],
  ['x-spaces', '  a\tb  '],
  ['x-latin', 'caf\u00e9'],
  ['Idempotency-Key', '8'],
  ['Cache-Control', 'no-cache'],
  ['Cache-Control', 'max-age=0'],
  ['Pragma', 'no-cache'],
  ['If-None-Match', '"abc"'],
  ['If-Modified-Since', 'Tue, 01 Jan 2030 00:00:00 GMT'],
  ['If-Range', '"abc"'],
  ['Last-Event-ID', '1'],
  ['DPR', '2'],
  ['DPR', 'x'],
  ['Width', '5'],
  ['Device-Memory', '0.5'],
  ['Downlink', '1.5'],
  ['RTT', '50'],
  ['Save-Data', 'on'],
  ['Save-Data', 'off'],
  ['Viewport-Width', '800'],
  ['ECT', '4g'],
  ['Sec-CH-UA-Mobile', '?1'],
  ['Sec-GPC', '1'],
  ['User-Agent', 'mine/1'],
  ['Priority', 'u=1'],
  ['Upgrade-Insecure-Requests', '1'],
  ['Cookie', 'a=1'],
  ['Cookie2', 'a=1'],
  ['Host', 'fake.test'],
  ['Origin', 'https://fake.test'],
  ['Referer', 'https://fake.test/'],
  ['Connection', 'close'],
  ['Content-Length', '3'],
  ['Date', 'now'],
  ['Expect', '100-continue'],
  ['Keep-Alive', '1'],
  ['TE', 'trailers'],
  ['Trailer', 'x'],
  ['Via', '1.1 x'],
  ['DNT', '1'],
  ['Accept-Charset', 'utf-8'],
  ['Accept-Encoding', 'x-mine'],
  ['Set-Cookie', 'a=1'],
  ['Sec-Foo', '1'],
  ['Proxy-Foo', '1'],
  ['Access-Control-Request-Method', 'PUT'],
  ['X-HTTP-Method', 'GET'],
  ['X-HTTP-Method-Override', 'TRACE'],
  ['X-Method-Override', 'GET, track'],
  ['bad name', '1'],
  ['x-bad-value', 'a\nb'],
];

/** Each is safelisted, all together are more than 1024 bytes. */
const TOO_MANY_TOGETHER: readonly HeaderPair[] = [
  ['Accept', LONG],
  ['Accept-Language', LONG],
  ['Content-Language', LONG],
  ['Content-Type', `text/plain;x=${'a'.repeat(115)}`],
  ['Range', `bytes=0-${'9'.repeat(100)}`],
];

function contentType(value: string): HeaderPair {
  return ['Content-Type', value];
}

export function randomHeaders(random: RandomSource): HeaderPair[] {
  if (random.chance(0.45)) return [];
  if (random.chance(0.015)) return [...TOO_MANY_TOGETHER];
  if (random.chance(0.015)) return [1, 2, 3, 4, 5, 6, 7, 8].map((): HeaderPair => ['Accept', LONG]);
  const chosen = random.some(
    HEADERS,
    random.weighted([
      [1, 5],
      [2, 3],
      [3, 1.5],
      [4, 0.5],
    ]),
  );
  const first = chosen[0];
  return first && random.chance(0.03) ? [...chosen, first] : chosen;
}
