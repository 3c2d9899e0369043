import { describe, expect, it } from 'vitest';
import { createBrowser } from '../browser';
import type { BrowserName, HeaderList } from '../contract';
import { allow, API, openBrowser, request } from '../testing/browser-under-test';

const printing = (method = 'GET') => request(API, { method, headers: [['x-print', '1']] });

/** Asks at each of `times` (seconds), and tells which of the requests had a preflight. */
async function preflights(times: readonly number[], maxAge: string | null, profile: BrowserName = 'standard') {
  const more: HeaderList = [['Access-Control-Allow-Headers', 'x-print']];
  if (maxAge !== null) more.push(['Access-Control-Max-Age', maxAge]);
  const headers = allow(undefined, more);
  const opened = openBrowser(profile, { [API]: { preflight: { headers }, response: { headers } } });
  const had: boolean[] = [];
  for (const time of times) {
    opened.clock.now = time * 1000;
    const before = opened.sent.length;
    expect((await opened.browser.fetch(printing(), 1)).failure).toBeNull();
    had.push(opened.sent.length - before === 2);
  }
  return had;
}

const BROWSERS = ['standard', 'chromium', 'firefox', 'webkit'] as const;

describe('the CORS-preflight cache', () => {
  it.each(BROWSERS)('keeps an answer without Access-Control-Max-Age for a moment in %s', async (profile) => {
    expect(await preflights([0, 1, 6], null, profile)).toEqual([true, false, true]);
  });

  it.each(BROWSERS)('keeps nothing for 0 seconds in %s', async (profile) => {
    expect(await preflights([0, 0], '0', profile)).toEqual([true, true]);
  });

  it('keeps nothing for -1 seconds in browsers; for the standard that is no number, and five seconds', async () => {
    for (const profile of ['chromium', 'firefox', 'webkit'] as const) {
      expect(await preflights([0, 0], '-1', profile)).toEqual([true, true]);
    }
    expect(await preflights([0, 0, 6], '-1')).toEqual([true, false, true]);
  });

  it.each(BROWSERS)('keeps for a second what may be kept for a second in %s', async (profile) => {
    expect(await preflights([0, 0.5, 2], '1', profile)).toEqual([true, false, true]);
  });

  it.each(BROWSERS)('keeps for long what may be kept for long, within the limit of %s', async (profile) => {
    expect(await preflights([0, 599], '12000', profile)).toEqual([true, false]);
  });

  it('does for the same header with another value', async () => {
    const headers = allow(undefined, [
      ['Access-Control-Allow-Headers', 'x-print'],
      ['Access-Control-Allow-Methods', 'POST'],
      ['Access-Control-Max-Age', '12000'],
    ]);
    const { browser, sent } = openBrowser('standard', { [API]: { preflight: { headers }, response: { headers } } });
    await browser.fetch(printing('POST'), 1);
    await browser.fetch(request(API, { method: 'POST', headers: [['x-print', '2']] }), 2);
    expect(sent.map(({ kind }) => kind)).toEqual(['preflight', 'actual', 'actual']);
  });

  it.each(BROWSERS)('goes on to the next document of the same origin only, in %s', async (profile) => {
    const headers = allow('*', [
      ['Access-Control-Allow-Headers', 'x-print'],
      ['Access-Control-Max-Age', '600'],
    ]);
    const server = { [API]: { preflight: { headers }, response: { headers } } };
    const first = openBrowser(profile, server);
    await first.browser.fetch(printing(), 1);
    const state = first.browser.state();
    const kinds = async (page: string) => {
      const seen: string[] = [];
      const browser = await createBrowser({
        profile,
        client: { url: page, sandboxed: false },
        now: () => 0,
        state,
        network: {
          exchange: ({ kind }) => {
            seen.push(kind);
            return Promise.resolve({
              ok: true,
              exchange: 1,
              response: { status: 200, statusText: '', headers, body: new Uint8Array() },
            });
          },
        },
      });
      await browser.fetch(printing(), 1);
      return seen;
    };
    expect(await kinds('https://app.example.com/other.html')).toEqual(['actual']);
    expect(await kinds('https://elsewhere.test/')).toEqual(['preflight', 'actual']);
  });
});
