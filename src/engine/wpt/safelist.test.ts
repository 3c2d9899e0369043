import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList } from '../contract';
import { allow } from '../testing/browser-under-test';
import { ask, sentHeader } from './ask';

const long = '0'.repeat(129);

/** Whether the request is preceded by a preflight, and for which names. */
async function preflightFor(headers: HeaderList, profile: BrowserName = 'standard', method = 'POST') {
  const body = method === 'POST' ? new Uint8Array([1]) : null;
  const answers = { preflight: { headers: allow() }, response: { headers: allow() } };
  const { preflights, verdict } = await ask({ method, headers, body }, answers, profile);
  expect(verdict).toBe(preflights.length === 0 ? 'allowed' : 'header-not-allowed');
  return sentHeader(preflights[0], 'access-control-request-headers');
}

describe('a preflight is needed', () => {
  it.each<[name: string, value: string]>([
    ['content-type', 'text /plain'],
    ['content-type', 'text\t/\tplain'],
    ['content-type', 'text/plain;garbage\u0001\u0002'],
    ['content-type', 'text/plain,'],
    ['content-type', ',text/plain'],
    ['content-type', 'text/plain,text/plain'],
    ['content-type', 'text/plain,x/x'],
    ['content-type', 'text/plain\u000b'],
    ['content-type', 'text/plain\u000c'],
    ['content-type', 'application/www-form-urlencoded'],
    ['content-type', 'application/x-www-form-urlencoded;\u007f'],
    ['content-type', 'multipart/form-data;"'],
    ['content-type', 'text/html'],
    ['content-type', `text/plain; long=${long}`],
    ['range', '100-200'],
    ['range', 'MB=100-200'],
    ['range', 'bytes =100-200'],
    ['range', 'bytes\t=100-200'],
    ['range', 'bytes=  100-200'],
    ['range', 'bytes=\t\t100-200'],
    ['range', 'bytes= \t100-200'],
    ['range', 'bytes=100 -200'],
    ['range', 'bytes=100\t-200'],
    ['range', 'bytes=100- 200'],
    ['range', 'bytes=100-\t200'],
    ['range', 'bytes=100-200hello'],
    ['range', 'bytes=abc-def'],
    ['range', 'bytes=100-200,300-400'],
    ['range', 'bytes=-200'],
    ['range', 'bytes=200-100'],
    ['range', `bytes=1${'0'.repeat(60)}-2${'0'.repeat(60)}`],
    ['range', 'bytes=+0-100'],
    ['range', 'bytes=0--1'],
    ['range', 'BYTES=100-200'],
    ['range', 'Bytes=100-200'],
    ['range', 'bytes 100-200'],
    ['range', 'bytes 0-'],
    ['range', 'bytes = 100-200'],
    ['range', ',bytes=100-200'],
    ['range', 'bytes=,100-200'],
    ['accept', '"'],
    ['accept', long],
    ['accept-language', '\u0001'],
    ['accept-language', '@'],
    ['content-language', '\u0001'],
    ['content-language', '@'],
    ['authorization', 'basics'],
    ['last-event-id', '"'],
    ['last-event-id', long],
    ['test', 'hi'],
    ['device-memory', ''],
    ['dpr', ''],
    ['width', ''],
    ['viewport-width', ''],
  ])('for %s: %j', async (name, value) => {
    expect(await preflightFor([[name, value]])).toBe(name);
  });

  it('for positions that fit no integer, in browsers; the standard counts as far as one likes', async () => {
    const huge = `bytes=1${'0'.repeat(30)}-2${'0'.repeat(30)}`;
    for (const browser of ['chromium', 'firefox', 'webkit'] as const) {
      expect(await preflightFor([['range', huge]], browser)).toBe('range');
    }
    expect(await preflightFor([['range', huge]])).toBeNull();
  });

  it('for Bytes=, except in this WebKit', async () => {
    expect(await preflightFor([['range', 'Bytes=100-200']], 'chromium')).toBe('range');
    expect(await preflightFor([['range', 'Bytes=100-200']], 'firefox')).toBe('range');
    expect(await preflightFor([['range', 'Bytes=100-200']], 'webkit')).toBeNull();
  });
});

describe('no preflight is needed', () => {
  const alone: [name: string, value: string][] = [
    ['Accept', 'test'],
    ['Accept', '*/*'],
    ['accept-language', 'test'],
    ['Accept-Language', 'fr'],
    ['CONTENT-language', 'test'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['content-type', 'multipart/form-data'],
    ['content-type', 'text/plain'],
    ['content-type', 'text/plain;'],
    ['content-type', 'text/plain;garbage'],
    ['content-type', 'text/plain;charset=utf-8'],
    ['content-type', 'Text/Plain;charset=utf-8'],
    ['content-type', 'text/plain; parameter=extra_bonus'],
    ['range', 'bytes=100-200'],
    ['range', 'bytes=200-'],
  ];
  it.each(alone.flatMap((header) => ['GET', 'HEAD', 'POST'].map((method) => [method, ...header] as const)))(
    'for %s with %s: %j',
    async (method, name, value) => {
      expect(await preflightFor([[name, value]], 'standard', method)).toBeNull();
    },
  );

  it.each(['GET', 'HEAD', 'POST'])('for %s with all of them together', async (method) => {
    const together: HeaderList = [
      ['accept', 'test'],
      ['accept-language', 'nn-NO,nn,en'],
      ['content-language', 'nn'],
      ['content-type', 'text/plain; parameter=whatever'],
    ];
    expect(await preflightFor(together, 'standard', method)).toBeNull();
  });

  it('for the old client hints, in Chromium alone', async () => {
    const hints: HeaderList = [
      ['save-data', 'on'],
      ['device-memory', '1.0'],
      ['dpr', '2.0'],
      ['width', '35'],
      ['viewport-width', '42'],
    ];
    expect(await preflightFor(hints, 'chromium')).toBeNull();
    for (const browser of ['standard', 'firefox', 'webkit'] as const) {
      expect(await preflightFor(hints, browser)).toBe('device-memory,dpr,save-data,viewport-width,width');
    }
  });
});
