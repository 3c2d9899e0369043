import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList } from '../contract';
import { API, openBrowser, PAGE, request } from '../testing/browser-under-test';

const ORIGIN = 'https://app.example.com';

const allowing = (origin: string, more: HeaderList = []): HeaderList => [
  ['Access-Control-Allow-Origin', origin],
  ['Access-Control-Allow-Credentials', 'true'],
  ...more,
];

/** What becomes of a Set-Cookie of the page's own server: the Cookie sent next, null for none, and what is printed. */
async function setting(profile: BrowserName, line: string) {
  const { browser, sent, lines } = openBrowser(profile, { [PAGE]: { response: { headers: [['Set-Cookie', line]] } } });
  await browser.fetch(request(PAGE), 1);
  await browser.fetch(request(PAGE), 2);
  const cookie = sent[1]?.headers.find(([name]) => name === 'Cookie')?.[1] ?? null;
  return { cookie, lines: lines.map(({ text }) => text) };
}

describe('Set-Cookie in each browser', () => {
  it.each<[line: string, chromium: string | null, firefox: string | null, webkit: string | null]>([
    ['c', 'c', 'c=', 'c'],
    ['=c', 'c', null, 'c'],
    ['c=1; SameSite=None', null, null, 'c=1'],
    ['c=1; Partitioned', null, null, 'c=1'],
    ['c=1; Domain=com', null, null, null],
    ['c=1; Domain=EXAMPLE.com', 'c=1', 'c=1', null],
    ['__Host-c=1; Secure', null, '__Host-c=1', '__Host-c=1'],
    ['__Host-c=1; Secure; Path=/', '__Host-c=1', '__Host-c=1', '__Host-c=1'],
    ['__Secure-c=1', null, null, '__Secure-c=1'],
    ['__Http-c=1; Secure', null, null, '__Http-c=1'],
    ['c=1; Max-Age=', 'c=1', 'c=1', null],
    ['c=1; Max-Age=100; Expires=Tue, 01 Jan 2019 00:00:00 GMT', 'c=1', 'c=1', null],
    ['c=1; Expires=Tue, 01 Jan 2019 00:00:00 GMT', null, null, null],
    ['c=1; Expires=Tue, 01 Jan 2069 00:00:00 GMT', 'c=1', 'c=1', 'c=1'],
    ['c=a\tb', null, 'c=a\tb', 'c=a'],
  ])('%j', async (line, chromium, firefox, webkit) => {
    expect((await setting('chromium', line)).cookie).toBe(chromium);
    expect((await setting('firefox', line)).cookie).toBe(firefox);
    expect((await setting('webkit', line)).cookie).toBe(webkit);
  });

  it.each<[line: string, says: string]>([
    ['=c', 'Cookie “” has been rejected for invalid characters in the name.'],
    ['=', 'Cookie with an empty name and an empty value has been rejected.'],
    ['c=1; Domain=com', 'Cookie “c” has been rejected for invalid domain.'],
    ['__Secure-c=1', 'Cookie “__Secure-c” has been rejected for invalid prefix.'],
    ['c=1; Max-Age=x', 'Invalid “max-age“ value for cookie “c”. The attribute is ignored.'],
  ])('Firefox tells of %j', async (line, says) => {
    expect((await setting('firefox', line)).lines).toContain(says);
    expect((await setting('chromium', line)).lines).toEqual([]);
  });
});

describe('a cookie of an http page', () => {
  const INSECURE = 'http://app.example.com/page.html';

  it.each<[BrowserName, string[]]>([
    ['chromium', []],
    ['firefox', ['Cookie “s” has been rejected because there is an existing “secure” cookie.']],
    ['webkit', []],
  ])('does not overlay a Secure one of that name, in %s', async (profile, says) => {
    const server = { [INSECURE]: { response: { headers: [['Set-Cookie', 's=overlaid']] satisfies HeaderList } } };
    const { browser, lines, sent, trace } = openBrowser(profile, server, INSECURE);
    browser.storeCookie(PAGE, 's=secure; Secure; Path=/');
    await browser.fetch(request(INSECURE), 1);
    browser.documentCookie.set('s=script');
    await browser.fetch(request(INSECURE), 2);
    expect(sent[1]?.headers.find(([name]) => name === 'Cookie')).toBeUndefined();
    expect(browser.state().cookies).toMatchObject([{ value: 'secure' }]);
    expect(lines.map(({ text }) => text)).toEqual([...says, ...says]);
    expect(trace.find(({ step }) => step === 'cookie-refused')?.detail).toMatchObject({ why: 'secure-exists' });
  });
});

describe('a Set-Cookie that has expired', () => {
  it.each(['c=; Max-Age=0', 'c=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])('deletes: %j', async (line) => {
    const { browser, trace } = openBrowser('chromium', { [PAGE]: { response: { headers: [['Set-Cookie', line]] } } });
    browser.storeCookie(PAGE, 'c=1');
    await browser.fetch(request(PAGE), 1);
    const told = trace.find(({ step }) => step === 'cookie-stored');
    expect(told?.detail).toMatchObject({ cookie: 'c', removed: true });
    expect(browser.state().cookies).toEqual([]);
  });

  it('and one that has not, stores', async () => {
    const { browser, trace } = openBrowser('chromium', { [PAGE]: { response: { headers: [['Set-Cookie', 'c=1']] } } });
    await browser.fetch(request(PAGE), 1);
    expect(trace.find(({ step }) => step === 'cookie-stored')?.detail).not.toHaveProperty('removed');
  });
});

describe('cookies after a redirect by another site', () => {
  const server = {
    'https://other.test/from': { response: { status: 302, headers: allowing(ORIGIN, [['Location', PAGE]]) } },
    [PAGE]: { response: { headers: allowing('null') } },
  };

  it.each<[BrowserName, sameSite: string, string | null]>([
    ['chromium', 'Lax', 'c=1'],
    ['chromium', 'Strict', 'c=1'],
    ['firefox', 'Lax', null],
    ['firefox', 'None; Secure', 'c=1'],
    ['webkit', 'None; Secure', null],
  ])('%s, SameSite=%s', async (profile, sameSite, expected) => {
    const { browser, sent, lines } = openBrowser(profile, server);
    browser.storeCookie(PAGE, `c=1; Path=/; SameSite=${sameSite}`);
    await browser.fetch(request('https://other.test/from', { credentials: 'include' }), 1);
    expect(sent.map(({ url }) => url)).toEqual(['https://other.test/from', PAGE]);
    expect(sent[1]?.headers.find(([name]) => name === 'Cookie')?.[1] ?? null).toBe(expected);
    const omitted =
      'Cookie “c” with the “SameSite” attribute value “Lax” or “Strict” was omitted because of a cross-site redirect.';
    expect(lines.some(({ text }) => text === omitted)).toBe(profile === 'firefox' && expected === null);
  });
});

describe('a cookie that a redirect by another site leaves behind', () => {
  it('is told of by Firefox even where the preflight then fails', async () => {
    const server = {
      'https://other.test/from': {
        preflight: { headers: allowing(ORIGIN, [['Access-Control-Allow-Methods', 'PUT']]) },
        response: { status: 307, headers: allowing(ORIGIN, [['Location', PAGE]]) },
      },
      [PAGE]: { preflight: {} },
    };
    const { browser, lines } = openBrowser('firefox', server);
    browser.storeCookie(PAGE, 'c=1; Path=/; SameSite=Lax');
    await browser.fetch(request('https://other.test/from', { method: 'PUT', credentials: 'include' }), 1);
    expect(lines[0]?.text).toContain('was omitted because of a cross-site redirect');
    expect(lines[1]?.text).toContain('Cross-Origin Request Blocked');
  });
});

describe('cookies of a sandboxed page', () => {
  it.each<[BrowserName, url: string, string | null]>([
    ['webkit', PAGE, 'c=1'],
    ['webkit', 'https://app.example.com:9443/x', 'c=1'],
    ['webkit', API, null],
    ['chromium', PAGE, null],
    ['firefox', PAGE, null],
  ])('%s sends a Strict one to %s: %s', async (profile, url, expected) => {
    const { browser, sent } = openBrowser(profile, { [url]: { response: { headers: allowing('null') } } }, PAGE, true);
    browser.storeCookie(url, 'c=1; Path=/; SameSite=Strict');
    await browser.fetch(request(url, { credentials: 'include' }), 1);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers.find(([name]) => name === 'Cookie')?.[1] ?? null).toBe(expected);
  });
});
