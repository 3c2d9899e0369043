import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList, RequestRecord } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { allow, openBrowser, PAGE, request, type Server } from '../testing/browser-under-test';

const OWN = 'https://app.example.com';
const OTHER = 'https://other.test';
const UNSAFE: HeaderList = [['Referrer-Policy', 'unsafe-url']];
const NONE: HeaderList = [];

/** `headers`: what comes with each redirect, from each origin to the next. */
async function follow(
  profile: BrowserName,
  origins: readonly string[],
  headers: readonly HeaderList[],
  changes: Partial<RequestRecord> = {},
  sandboxed = false,
) {
  const urls = origins.map((origin, index) => `${origin}/${index}`);
  const server: Server = Object.fromEntries(
    urls.map((url, index) => {
      const redirect = headers[index];
      const more: HeaderList = redirect ? [...redirect, ['Location', urls[index + 1]!]] : [];
      return [url, { response: { status: redirect ? 307 : 200, headers: allow('*', more) } }];
    }),
  );
  const opened = openBrowser(profile, server, PAGE, sandboxed);
  await opened.browser.fetch(request(urls[0]!, changes), 1);
  return {
    referrers: opened.sent.map((message) => getHeader(message.headers, 'referer')),
    // where the line is about, each time
    told: opened.lines.map(({ text }) => / for the cross-site request: (.*)$/.exec(text)?.[1] ?? text),
  };
}

describe('a referrer policy that tells other sites more than the default', () => {
  it('is obeyed by Chromium, and not by Firefox and WebKit, when it comes with a redirect', async () => {
    const referrers = async (profile: BrowserName) => (await follow(profile, [OWN, OTHER], [UNSAFE])).referrers;
    expect(await referrers('chromium')).toEqual([PAGE, PAGE]);
    expect(await referrers('firefox')).toEqual([PAGE, `${OWN}/`]);
    expect(await referrers('webkit')).toEqual([PAGE, `${OWN}/`]);
  });

  it('counts again on the way back to the page’s own site', async () => {
    const asked = { referrerPolicy: 'unsafe-url' };
    const back = async (profile: BrowserName, headers: HeaderList) =>
      (await follow(profile, [OTHER, OWN], [headers], asked)).referrers;
    for (const profile of ['firefox', 'webkit'] as const) {
      expect(await back(profile, NONE)).toEqual([`${OWN}/`, PAGE]);
    }
    // one that comes anew is about what was sent, in Firefox
    expect(await back('firefox', UNSAFE)).toEqual([`${OWN}/`, `${OWN}/`]);
    expect(await back('webkit', UNSAFE)).toEqual([`${OWN}/`, PAGE]);
  });

  it('is cut to the origin for good in WebKit, where the policy itself cuts it', async () => {
    const asked = { referrerPolicy: 'origin-when-cross-origin' };
    const back = async (profile: BrowserName) => (await follow(profile, [OTHER, OWN], [NONE], asked)).referrers;
    expect(await back('webkit')).toEqual([`${OWN}/`, `${OWN}/`]);
    expect(await back('firefox')).toEqual([`${OWN}/`, PAGE]);
  });

  it('is told by Firefox in both its processes, until they have ignored it', async () => {
    const { told } = await follow('firefox', [OTHER, OTHER, OTHER, OTHER], [NONE, UNSAFE, NONE]);
    expect(told).toEqual([`${OTHER}/2`, `${OTHER}/2`, `${OTHER}/3`]);
    const asked = await follow('firefox', [OTHER, OTHER], [NONE], { referrerPolicy: 'unsafe-url' });
    expect(asked.told).toEqual([`${OTHER}/0`, `${OTHER}/1`]);
  });

  it('is told once by Firefox where the page’s process has no part in it', async () => {
    const outlives = await follow('firefox', [OTHER, OTHER], [UNSAFE], { keepalive: true });
    expect(outlives.told).toEqual([`${OTHER}/1`]);
    const refused = await follow('firefox', [OWN, OTHER], [UNSAFE], { mode: 'same-origin' });
    expect(refused.told[0]).toBe(`${OTHER}/1`);
    expect(refused.told[1]).toContain('may not load data from');
  });

  it('is told by Firefox once, of the first URL, where the page is sandboxed', async () => {
    const { told } = await follow('firefox', [OTHER, OTHER], [UNSAFE], { referrerPolicy: 'unsafe-url' }, true);
    expect(told).toEqual([`${OTHER}/0`]);
    expect((await follow('firefox', [OTHER, OTHER], [UNSAFE], {}, true)).told).toEqual([]);
  });

  it('is not told by Firefox where there is no referrer', async () => {
    const { told } = await follow('firefox', [OTHER, OTHER], [UNSAFE], { referrer: 'no-referrer' });
    expect(told).toEqual([]);
  });
});
