import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../contract';
import { allow, API, openBrowser, request } from '../testing/browser-under-test';

describe('bytes of a header that are no UTF-8', () => {
  it.each<[BrowserName, string]>([
    ['chromium', 'caf\xe9'],
    ['firefox', 'caf\xe9'],
    ['webkit', 'caf\xef\xbf\xbd'],
  ])('in %s are read as %j', async (profile, read) => {
    const headers = allow('*', [
      ['Access-Control-Expose-Headers', 'X-Name, X-Other'],
      ['X-Name', 'caf\xe9'],
      ['X-Other', 'caf\xc3\xa9'],
    ]);
    const { browser } = openBrowser(profile, { [API]: { response: { headers } } });
    const { response } = await browser.fetch(request(API), 1);
    expect(response?.headers).toContainEqual(['x-name', read]);
    expect(response?.headers).toContainEqual(['x-other', 'caf\xc3\xa9']);
  });

  it('are decoded as UTF-8 in Firefox’s words for a token that is none', async () => {
    const allowed = (token: string) => allow('*', [['Access-Control-Allow-Methods', token]]);
    const preflight = { headers: allowed('caf\xc3\xa9\xe9') };
    const { browser, lines } = openBrowser('firefox', { [API]: { preflight } });
    await browser.fetch(request(API, { method: 'PUT' }), 1);
    expect(lines[0]?.text).toContain('invalid token ‘café\ufffd’ in CORS header');
  });
});
