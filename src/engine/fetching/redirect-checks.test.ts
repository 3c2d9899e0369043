import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList, Reason, RequestRecord } from '../contract';
import { allow, API, openBrowser, request } from '../testing/browser-under-test';

const BROWSERS = ['standard', 'chromium', 'firefox', 'webkit'] as const;

interface Faults {
  /** One or more. */
  location: string | string[];
  /** The redirect says nothing of who may read it. */
  withoutAllowOrigin?: true;
  /** So many redirects that are in order come before. */
  after?: number;
  request?: Partial<RequestRecord>;
  url?: string;
}

/** Which fault of a redirect with several each browser names. */
async function reasons(faults: Faults): Promise<Record<BrowserName, Reason | 'none'>> {
  const named = await Promise.all(BROWSERS.map(async (profile) => [profile, await reasonIn(profile, faults)]));
  return Object.fromEntries(named) as Record<BrowserName, Reason | 'none'>;
}

async function reasonIn(profile: BrowserName, faults: Faults): Promise<Reason | 'none'> {
  const { location, withoutAllowOrigin, after = 0, url = API } = faults;
  const headers: HeaderList = [location].flat().map((value) => ['Location', value]);
  const hops = Array.from({ length: after }, (_, hop) => [
    `${url}?${after - hop}`,
    { response: { status: 302, headers: allow('*', [['Location', `${url}?${after - hop - 1}`]]) } },
  ]);
  const last = { response: { status: 302, headers: withoutAllowOrigin ? headers : allow('*', headers) } };
  const { browser } = openBrowser(profile, { ...Object.fromEntries(hops), [`${url}?0`]: last });
  const { failure } = await browser.fetch(request(`${url}?${after}`, faults.request), 1);
  return failure?.reason ?? 'none';
}

describe('of several faults of a redirect, each browser names the first that it looks for', () => {
  it('Chromium and Firefox read Location before the CORS check, the standard and WebKit after it', async () => {
    expect(await reasons({ location: 'https://[bad/', withoutAllowOrigin: true })).toEqual({
      standard: 'allow-origin-missing',
      chromium: 'redirect-location-invalid',
      firefox: 'redirect-location-invalid',
      webkit: 'allow-origin-missing',
    });
  });

  it('only Firefox refuses data: before the CORS check', async () => {
    expect(await reasons({ location: 'data:text/plain,hi', withoutAllowOrigin: true })).toEqual({
      standard: 'allow-origin-missing',
      chromium: 'allow-origin-missing',
      firefox: 'redirect-scheme-not-supported',
      webkit: 'allow-origin-missing',
    });
  });

  it('only Firefox looks for mixed content before the CORS check', async () => {
    expect(await reasons({ location: 'http://plain.test/', withoutAllowOrigin: true })).toEqual({
      standard: 'allow-origin-missing',
      chromium: 'allow-origin-missing',
      firefox: 'mixed-content',
      webkit: 'allow-origin-missing',
    });
  });

  it('Chromium refuses data: even where the page wants no redirect; where the page follows none, Firefox asks for CORS first', async () => {
    const request = { redirect: 'error' as const };
    expect(await reasons({ location: 'data:text/plain,hi', request })).toEqual({
      standard: 'redirect-mode-error',
      chromium: 'redirect-scheme-not-supported',
      firefox: 'redirect-mode-error',
      webkit: 'redirect-mode-error',
    });
    expect(await reasons({ location: 'https://[bad/', withoutAllowOrigin: true, request })).toEqual({
      standard: 'allow-origin-missing',
      chromium: 'redirect-location-invalid',
      firefox: 'allow-origin-missing',
      webkit: 'allow-origin-missing',
    });
  });

  it('Chromium refuses a name and a password in CORS even where the page wants no redirect', async () => {
    const request = { redirect: 'error' as const };
    const location = 'https://u:p@other.test/';
    const { chromium, ...others } = await reasons({ location, request });
    expect(chromium).toBe('redirect-url-has-credentials');
    expect(new Set(Object.values(others))).toEqual(new Set(['redirect-mode-error']));
    const own = { url: 'https://app.example.com/own', request: { ...request, mode: 'same-origin' as const } };
    expect((await reasons({ location, ...own })).chromium).toBe('redirect-mode-error');
  });

  it('Firefox refuses to lead to a WebSocket before the CORS check', async () => {
    expect(await reasons({ location: 'wss://other.test/', withoutAllowOrigin: true })).toEqual({
      standard: 'allow-origin-missing',
      chromium: 'allow-origin-missing',
      firefox: 'redirect-scheme-not-supported',
      webkit: 'allow-origin-missing',
    });
  });

  it('Chromium and Firefox count the redirects before they look at scheme and credentials, WebKit last of all', async () => {
    expect(await reasons({ location: 'ftp://other.test/', after: 20 })).toEqual({
      standard: 'redirect-scheme-not-supported',
      chromium: 'redirect-too-many',
      firefox: 'redirect-too-many',
      webkit: 'redirect-scheme-not-supported',
    });
    expect(await reasons({ location: 'https://u:p@api.example.com/', after: 20 })).toEqual({
      standard: 'redirect-too-many',
      chromium: 'redirect-too-many',
      firefox: 'redirect-too-many',
      webkit: 'redirect-url-has-credentials',
    });
  });

  it('in same-origin mode, browsers name the origin of the target before its scheme, but WebKit names FTP first of all', async () => {
    const url = 'https://app.example.com/own';
    const request = { mode: 'same-origin' as const };
    expect(await reasons({ location: 'ftp://other.test/', url, request })).toEqual({
      standard: 'redirect-scheme-not-supported',
      chromium: 'same-origin-mode-violation',
      firefox: 'same-origin-mode-violation',
      webkit: 'redirect-scheme-not-supported',
    });
  });

  it('of two Locations that differ, none is followed in Chromium and Firefox', async () => {
    const location = ['https://one.test/', 'https://two.test/'];
    const { chromium, firefox } = await reasons({ location, withoutAllowOrigin: true });
    expect({ chromium, firefox }).toEqual({
      chromium: 'redirect-location-invalid',
      firefox: 'redirect-location-invalid',
    });
  });
});

describe('a redirect with user and password', () => {
  it('within the page’s origin is followed by all but Chromium', async () => {
    const url = 'https://app.example.com/own';
    const found = await reasons({ location: 'https://u:p@app.example.com/next', url });
    // nobody answers there
    expect(found).toEqual({
      standard: 'connection-closed',
      chromium: 'redirect-url-has-credentials',
      firefox: 'connection-closed',
      webkit: 'connection-closed',
    });
  });
});
