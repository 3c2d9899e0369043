import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList, RequestRecord } from '../contract';
import { allow, API, openBrowser, PAGE, request } from '../testing/browser-under-test';

const put = request(API, { method: 'PUT' });

async function preflights(profile: BrowserName, headers: HeaderList, second: Partial<RequestRecord> = {}, seconds = 0) {
  const { browser, sent, clock } = openBrowser(profile, {
    [API]: {
      preflight: { headers: allow(undefined, [['Access-Control-Allow-Methods', 'PUT'], ...headers]) },
      response: { headers: allow() },
    },
  });
  await browser.fetch(put, 1);
  clock.now = seconds * 1000;
  await browser.fetch({ ...put, ...second }, 2);
  return sent.filter(({ kind }) => kind === 'preflight').length;
}

const maxAge = (value: string): HeaderList => [['Access-Control-Max-Age', value]];
const BROWSERS: BrowserName[] = ['standard', 'chromium', 'firefox', 'webkit'];

describe('the CORS-preflight cache', () => {
  it.each(BROWSERS)('answers for five seconds without Access-Control-Max-Age (%s)', async (profile) => {
    expect(await preflights(profile, [], {}, 4)).toBe(1);
    expect(await preflights(profile, [], {}, 6)).toBe(2);
  });

  it('keeps a result no longer than the browser’s own limit', async () => {
    const age = maxAge('99999');
    expect(await preflights('webkit', age, {}, 599)).toBe(1);
    expect(await preflights('webkit', age, {}, 601)).toBe(2);
    expect(await preflights('chromium', age, {}, 7199)).toBe(1);
    expect(await preflights('chromium', age, {}, 7201)).toBe(2);
    expect(await preflights('firefox', age, {}, 86_399)).toBe(1);
  });

  it('takes an unreadable age for none, except in Firefox, which then caches nothing', async () => {
    expect(await preflights('chromium', maxAge('abc'))).toBe(1);
    expect(await preflights('webkit', maxAge('abc'))).toBe(1);
    expect(await preflights('firefox', maxAge('abc'))).toBe(2);
  });

  it('is looked past for the cache modes that the browser says', async () => {
    expect(await preflights('chromium', [], { cache: 'no-cache' })).toBe(2);
    expect(await preflights('firefox', [], { cache: 'no-cache' })).toBe(1);
    expect(await preflights('firefox', [], { cache: 'reload' })).toBe(2);
    expect(await preflights('webkit', [], { cache: 'reload' })).toBe(1);
  });

  it('does not do for a header that was not asked for', async () => {
    expect(await preflights('standard', maxAge('60'), { headers: [['X-A', '1']] })).toBe(2);
  });

  it('is handed out and taken in as plain values', async () => {
    const server = {
      [API]: {
        preflight: { headers: allow(undefined, [['Access-Control-Allow-Methods', 'PUT'], ...maxAge('60')]) },
        response: { headers: allow() },
      },
    };
    const { browser } = openBrowser('chromium', server);
    await browser.fetch(put, 1);
    const [entry] = browser.state().preflightCache;
    expect(entry).toMatchObject({
      origin: 'https://app.example.com',
      url: API,
      methods: ['PUT'],
      stored: 0,
      expires: 60_000,
    });
  });
});

describe('a request that fails after its preflight', () => {
  const preflightsAfter = async (profile: BrowserName, response: { status?: number; headers?: HeaderList }) => {
    const { browser, sent } = openBrowser(profile, {
      [API]: {
        preflight: { headers: allow(undefined, [['Access-Control-Allow-Methods', 'PUT'], ...maxAge('600')]) },
        response,
      },
    });
    for (const id of [1, 2]) await browser.fetch({ ...put, redirect: 'error' }, id);
    return sent.filter(({ kind }) => kind === 'preflight').length;
  };

  it('is asked for again in Firefox, unless it failed for its redirect mode alone', async () => {
    expect(await preflightsAfter('firefox', {})).toBe(2);
    expect(await preflightsAfter('firefox', { status: 302, headers: allow('*', [['Location', '/']]) })).toBe(1);
    expect(await preflightsAfter('chromium', {})).toBe(1);
  });
});

describe('a request whose origin is null', () => {
  const THIRD = 'https://third.test/items';
  const asked = { headers: [['X-A', '1']] as HeaderList };
  const answer = { preflight: { headers: allow('*', [['Access-Control-Allow-Headers', '*'], ...maxAge('600')]) } };

  /** Twice the same, redirected from API to THIRD: how many preflights go where. */
  async function twice(profile: BrowserName, sandboxed: boolean) {
    const opened = openBrowser(
      profile,
      {
        [API]: { ...answer, response: { status: 307, headers: allow('*', [['Location', THIRD]]) } },
        [THIRD]: { ...answer, response: { headers: allow('*') } },
      },
      PAGE,
      sandboxed,
    );
    for (const id of [1, 2]) await opened.browser.fetch(request(API, asked), id);
    const to = opened.sent.filter(({ kind }) => kind === 'preflight').map(({ url }) => url);
    return { first: to.filter((url) => url === API).length, redirected: to.filter((url) => url === THIRD).length };
  }

  it('uses WebKit’s cache from a sandboxed page, redirected or not, and not where only a redirect made it so', async () => {
    expect(await twice('webkit', true)).toEqual({ first: 1, redirected: 1 });
    expect(await twice('webkit', false)).toEqual({ first: 1, redirected: 2 });
  });

  it('never uses Chromium’s', async () => {
    expect(await twice('chromium', true)).toEqual({ first: 2, redirected: 2 });
    expect(await twice('chromium', false)).toEqual({ first: 1, redirected: 2 });
  });
});
