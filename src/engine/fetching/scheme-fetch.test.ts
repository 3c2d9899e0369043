import { describe, expect, it } from 'vitest';
import type { BrowserName, RequestRecord } from '../contract';
import { openBrowser, PAGE, request } from '../testing/browser-under-test';

describe('a data: URL', () => {
  it.each<[BrowserName, string | undefined, undefined]>([
    ['chromium', undefined, undefined],
    ['firefox', '2', undefined],
    ['webkit', undefined, undefined],
  ])('in %s has the Content-Length %s, and with integrity metadata %s', async (profile, length, checked) => {
    const lengthOf = async (integrity: string) => {
      const { browser } = openBrowser(profile, {});
      const { response } = await browser.fetch(request('data:text/plain,hi', { integrity }), 1);
      return response?.headers.find(([name]) => name === 'content-length')?.[1];
    };
    expect(await lengthOf('')).toBe(length);
    expect(await lengthOf('bogus')).toBe(checked);
  });

  it('has none in XMLHttpRequest', async () => {
    const { browser } = openBrowser('firefox', {});
    const { response } = await browser.fetch(request('data:text/plain,hi', { initiator: 'xhr' }), 1);
    expect(response?.headers).toEqual([['content-type', 'text/plain']]);
  });
});

describe('a URL that is no server’s', () => {
  const BLOB = 'blob:https://app.example.com/gone';
  const FOREIGN = 'blob:https://other.test/gone';

  async function texts(profile: BrowserName, url: string, changes: Partial<RequestRecord> = {}, page = PAGE) {
    const { browser, lines } = openBrowser(profile, {}, page);
    const { failure } = await browser.fetch(request(url, changes), 1);
    expect(failure?.reason).toBe('url-scheme-not-supported');
    return lines.map(({ text }) => text);
  }

  it('is for the loader to refuse where Chromium’s XMLHttpRequest asks, and for fetch() itself where that does', async () => {
    expect(await texts('chromium', 'localhost:5000/x')).toEqual([
      'Fetch API cannot load localhost:5000/x. URL scheme "localhost" is not supported.',
    ]);
    const [why, what] = await texts('chromium', 'localhost:5000/x', { initiator: 'xhr' });
    expect(why).toMatch(/^Access to XMLHttpRequest at 'localhost:5000\/x' from origin 'https:\/\/app.example.com' has/);
    expect(why).toMatch(/Cross origin requests are only supported for protocol schemes: .*, isolated-app\.$/);
    expect(what).toBe('Failed to load resource: net::ERR_FAILED');
    expect(await texts('chromium', 'ftp://a.test/', { initiator: 'xhr' })).toEqual(['FTP is not supported.']);
  });

  it('may be a blob of the page that is gone, or of another that it may not know', async () => {
    expect(await texts('chromium', BLOB)).toEqual(['Failed to load resource: net::ERR_FILE_NOT_FOUND']);
    expect(await texts('chromium', BLOB, { initiator: 'xhr', method: 'POST' })).toEqual([]);
    expect(await texts('chromium', FOREIGN, { mode: 'no-cors' })).toEqual([
      `Not allowed to load local resource: ${FOREIGN}`,
    ]);
    expect(await texts('firefox', BLOB)).toEqual([]);
    expect(await texts('firefox', FOREIGN)).toEqual([
      `Security Error: Content at ${PAGE} may not load data from ${FOREIGN}.`,
    ]);
    expect(await texts('firefox', FOREIGN, { initiator: 'xhr', method: 'POST' })).toEqual([]);
    expect(await texts('webkit', BLOB)).toEqual([]);
    const refused = await texts('webkit', FOREIGN, { mode: 'no-cors' });
    expect(refused[0]).toBe(`Not allowed to load local resource: ${FOREIGN}`);
  });

  it('may be a data: URL without data', async () => {
    expect(await texts('chromium', 'data:nonsense')).toEqual(['Failed to load resource: net::ERR_INVALID_URL']);
    expect(await texts('firefox', 'data:nonsense')).toEqual([]);
    expect(await texts('webkit', 'data:nonsense')).toEqual(['Fetch API cannot load data:nonsense.']);
  });

  it('is refused without CORS, too: in Firefox without a word, in WebKit as mixed content', async () => {
    const noCors = { mode: 'no-cors' } as const;
    expect(await texts('firefox', 'foo://bar', noCors)).toEqual([]);
    expect((await texts('firefox', 'foo://bar'))[0]).toContain('(Reason: CORS request not http)');
    expect((await texts('webkit', 'foo://bar', noCors))[0]).toContain('requested insecure content from foo://bar.');
    expect(await texts('webkit', 'foo://bar', noCors, 'http://app.example.com/')).toEqual([]);
    const ftp = await texts('webkit', 'ftp://a.test/', noCors, 'http://app.example.com/');
    expect(ftp[0]).toBe('FTP URLs are disabled');
  });
});

describe('about:blank', () => {
  it('is an opaque response without CORS in Firefox, as in the standard', async () => {
    for (const [profile, type] of [
      ['standard', 'opaque'],
      ['firefox', 'opaque'],
      ['chromium', undefined],
      ['webkit', undefined],
    ] as const) {
      const { browser } = openBrowser(profile, {});
      const { response } = await browser.fetch(request('about:blank', { mode: 'no-cors' }), 1);
      expect(response?.type).toBe(type);
    }
  });
});
