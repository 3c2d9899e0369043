import { describe, expect, it } from 'vitest';
import type { BrowserName, HttpRequest, RequestRecord } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { allow, API, openBrowser, PAGE, request } from '../testing/browser-under-test';

const SAME = 'https://app.example.com/items';
const credentialed = allow(undefined, [['Access-Control-Allow-Credentials', 'true']]);

async function send(
  profile: BrowserName,
  changes: Partial<RequestRecord>,
  cookie?: string,
  page = PAGE,
  sandboxed = false,
) {
  const { browser, sent } = openBrowser(
    profile,
    { [API]: { response: { headers: credentialed } }, [SAME]: { response: {} } },
    page,
    sandboxed,
  );
  if (cookie) browser.storeCookie(API, cookie);
  await browser.fetch(request(API, changes), 1);
  return (name: string) => getHeader((sent.at(-1) as HttpRequest).headers, name);
}

describe('cookies', () => {
  it('go to another origin only when credentials are included', async () => {
    const cookie = 'sid=1; SameSite=None; Secure';
    expect((await send('chromium', {}, cookie))('cookie')).toBeNull();
    expect((await send('chromium', { credentials: 'include' }, cookie))('cookie')).toBe('sid=1');
  });

  it('of another site are partitioned in Firefox and blocked in WebKit', async () => {
    const at = (profile: BrowserName) =>
      send(profile, { credentials: 'include' }, 'sid=1; SameSite=None; Secure', 'https://shop.test/');
    expect((await at('chromium'))('cookie')).toBe('sid=1');
    expect((await at('firefox'))('cookie')).toBeNull();
    expect((await at('webkit'))('cookie')).toBeNull();
  });
});

describe('Origin', () => {
  it('stands in every cross-origin CORS request, and in same-origin requests that change something', async () => {
    expect((await send('standard', {}))('origin')).toBe('https://app.example.com');
    expect((await send('standard', { url: SAME }))('origin')).toBeNull();
    expect((await send('standard', { url: SAME, method: 'POST' }))('origin')).toBe('https://app.example.com');
  });

  it('is null from a sandboxed page', async () => {
    expect((await send('standard', {}, undefined, PAGE, true))('origin')).toBe('null');
  });
});

describe('Referer', () => {
  it('is the page’s URL within the origin and its origin beyond', async () => {
    expect((await send('standard', { url: SAME }))('referer')).toBe(PAGE);
    expect((await send('standard', {}))('referer')).toBe('https://app.example.com/');
    expect((await send('standard', { referrerPolicy: 'no-referrer' }))('referer')).toBeNull();
    expect((await send('standard', { referrerPolicy: 'unsafe-url' }))('referer')).toBe(PAGE);
  });
});

describe('Sec-Fetch-Site', () => {
  it('says how far the server is from the page', async () => {
    expect((await send('chromium', { url: SAME }))('sec-fetch-site')).toBe('same-origin');
    expect((await send('chromium', {}))('sec-fetch-site')).toBe('same-site');
    expect((await send('chromium', {}, undefined, 'https://shop.test/'))('sec-fetch-site')).toBe('cross-site');
  });
});

describe('the HTTP cache', () => {
  const cached = async (headers: [string, string][]) => {
    const { browser, sent } = openBrowser('chromium', { [API]: { response: { headers } } });
    await browser.fetch(request(API, { mode: 'no-cors' }), 1);
    const { failure } = await browser.fetch(request(API), 2);
    return { requests: sent.length, reason: failure?.reason ?? 'allowed' };
  };

  it('hands what a no-cors request has brought to a CORS request, which then fails its check', async () => {
    expect(await cached([['Cache-Control', 'max-age=60']])).toEqual({ requests: 1, reason: 'allow-origin-missing' });
  });

  it('does not where Vary: Origin tells the two apart', async () => {
    const headers: [string, string][] = [['Cache-Control', 'max-age=60'], ['Vary', 'Origin'], ...allow()];
    expect(await cached(headers)).toEqual({ requests: 2, reason: 'allowed' });
  });
});
