import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../contract';
import { openBrowser, request } from '../testing/browser-under-test';

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
});
