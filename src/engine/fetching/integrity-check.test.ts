import { describe, expect, it } from 'vitest';
import type { BrowserName, RequestRecord } from '../contract';
import { createBrowser } from '../browser';
import { allow, bytes, openBrowser, PAGE, request } from '../testing/browser-under-test';

const URL = 'https://other.test/script.js';

/** The line of WebKit's console; `omitted`: what the server says that HEAD leaves out. */
async function lineOf(body: string, changes: Partial<RequestRecord> = {}, omitted?: number): Promise<string> {
  const lines: string[] = [];
  const browser = await createBrowser({
    profile: 'webkit',
    client: { url: PAGE, sandboxed: false },
    now: () => 0,
    console: ({ text }) => lines.push(text),
    network: {
      exchange: () =>
        Promise.resolve({
          ok: true,
          exchange: 1,
          response: {
            status: 200,
            statusText: 'OK',
            headers: [],
            body: bytes(body),
            ...(omitted === undefined ? {} : { omitted }),
          },
        }),
    },
  });
  await browser.fetch(request(URL, { mode: 'no-cors', integrity: 'sha256-short', ...changes }), 1);
  return lines[0] ?? '';
}

describe('what WebKit says of the content that failed its integrity check', () => {
  it('is how long it is', async () => {
    expect(await lineOf('hello')).toContain('Content length: 5, Expected content length: 5,');
  });

  it('is that there is none', async () => {
    expect(await lineOf('')).toContain('Content length: (no content), Expected content length: 0,');
    const head = await lineOf('', { method: 'HEAD' }, 11);
    expect(head).toContain('Content length: (no content), Expected content length: 11,');
  });
});

describe('where WebKit says that it came from', () => {
  it('is what the page asked for, without its fragment, wherever redirects have led', async () => {
    const { browser, lines } = openBrowser('webkit', {
      [URL]: { response: { status: 302, headers: [['Location', 'https://third.test/hop']] } },
      'https://third.test/hop': { response: { status: 307, headers: [['Location', 'https://third.test/final']] } },
      'https://third.test/final': { response: {} },
    });
    await browser.fetch(request(`${URL}#top`, { mode: 'no-cors', integrity: 'sha256-short' }), 1);
    expect(lines.map(({ text }) => text)).toEqual([
      expect.stringContaining(`Failed integrity metadata check. ${URL}. Failed`),
      `Fetch API cannot load ${URL} due to access control checks.`,
    ]);
  });
});

describe('integrity metadata for a redirect that is handed out', () => {
  const BODY_DIGEST = 'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
  const EMPTY_DIGEST = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

  it.each<[BrowserName, string, string, string]>([
    ['chromium', 'integrity-mismatch', 'integrity-mismatch', 'integrity-mismatch'],
    ['firefox', 'passed', 'integrity-mismatch', 'passed'],
    ['webkit', 'integrity-mismatch', 'passed', 'passed'],
    ['standard', 'integrity-mismatch', 'integrity-mismatch', 'integrity-mismatch'],
  ])('in %s: of its body %s, of nothing %s, unreadable %s', async (profile, ofBody, ofNothing, unreadable) => {
    const outcome = async (integrity: string) => {
      const response = { status: 302, headers: allow('*', [['Location', '/next']]), body: 'hello' };
      const { browser } = openBrowser(profile, { [URL]: { response } });
      return (await browser.fetch(request(URL, { redirect: 'manual', integrity }), 1)).failure?.reason ?? 'passed';
    };
    expect(await outcome(BODY_DIGEST)).toBe(ofBody);
    expect(await outcome(EMPTY_DIGEST)).toBe(ofNothing);
    expect(await outcome('bogus')).toBe(unreadable);
  });
});

describe('integrity metadata of nothing but white space', () => {
  const outcome = async (profile: BrowserName) => {
    const { browser } = openBrowser(profile, { [URL]: { response: {} } });
    const { failure } = await browser.fetch(request(URL, { mode: 'no-cors', integrity: ' \t' }), 1);
    return failure?.reason ?? 'passed';
  };

  it('asks for no check in WebKit; elsewhere what cannot be read never passes one', async () => {
    expect(await outcome('webkit')).toBe('passed');
    expect(await outcome('chromium')).toBe('integrity-mismatch');
    expect(await outcome('firefox')).toBe('integrity-mismatch');
  });
});
