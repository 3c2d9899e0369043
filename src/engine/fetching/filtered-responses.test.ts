import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList } from '../contract';
import { allow, API, openBrowser, request } from '../testing/browser-under-test';

/** The body, as text, of what fetch(url, { redirect: 'manual' }) gets for a redirect with a body. */
async function bodyOfRedirect(profile: BrowserName, location: HeaderList): Promise<string | null> {
  const { browser } = openBrowser(profile, {
    [API]: { response: { status: 302, headers: allow('*', location), body: 'moved' } },
  });
  const { response } = await browser.fetch(request(API, { redirect: 'manual' }), 1);
  expect(response).toMatchObject({ type: 'opaqueredirect', status: 0, headers: [] });
  return response?.body ? new TextDecoder().decode(response.body) : null;
}

describe('an opaque-redirect response', () => {
  it.each(['standard', 'chromium', 'firefox'] as const)('has no body in %s', async (profile) => {
    expect(await bodyOfRedirect(profile, [['Location', '/next']])).toBeNull();
    expect(await bodyOfRedirect(profile, [])).toBeNull();
  });

  it('has an empty one in WebKit where it leads anywhere, and else what was sent', async () => {
    expect(await bodyOfRedirect('webkit', [['Location', '/next']])).toBe('');
    expect(await bodyOfRedirect('webkit', [['Location', 'https://[bad/']])).toBe('');
    expect(await bodyOfRedirect('webkit', [])).toBe('moved');
    expect(await bodyOfRedirect('webkit', [['Location', '']])).toBe('moved');
  });
});
