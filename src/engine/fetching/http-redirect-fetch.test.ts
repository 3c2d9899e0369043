import { describe, expect, it } from 'vitest';
import type { BrowserName, RequestRecord } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { allow, API, messages, openBrowser, request, type Server } from '../testing/browser-under-test';

const OTHER = 'https://other.test/end';

const redirect = (status: number, location: string): Server => ({
  [API]: {
    preflight: {
      headers: allow(undefined, [
        ['Access-Control-Allow-Methods', '*'],
        ['Access-Control-Allow-Headers', '*'],
      ]),
    },
    response: { status, headers: allow(undefined, [['Location', location]]) },
  },
  [OTHER]: {
    preflight: {
      headers: allow('null', [
        ['Access-Control-Allow-Methods', '*'],
        ['Access-Control-Allow-Headers', '*'],
      ]),
    },
    response: { headers: allow('*') },
  },
});

async function follow(
  status: number,
  location: string,
  changes: Partial<RequestRecord> = {},
  profile: BrowserName = 'standard',
) {
  const opened = openBrowser(profile, redirect(status, location));
  const outcome = await opened.browser.fetch(request(API, changes), 1);
  return { ...opened, outcome, last: opened.sent.at(-1) };
}

describe('HTTP-redirect fetch', () => {
  it('turns POST into GET after 301, 302 and 303, and leaves it after 307 and 308', async () => {
    const methods = [];
    for (const status of [301, 302, 303, 307, 308]) {
      methods.push((await follow(status, OTHER, { method: 'POST', body: new Uint8Array([1]) })).last?.method);
    }
    expect(methods).toEqual(['GET', 'GET', 'GET', 'POST', 'POST']);
  });

  it('says where it was asked to go and where it is sent, also within one origin', async () => {
    const { trace } = await follow(302, `${API}/again`);
    expect(trace.find(({ step }) => step === 'redirect')?.compared).toMatchObject({
      holds: false,
      left: { value: API },
      right: { header: 'location', value: `${API}/again` },
    });
  });

  it('sends Origin null once it has gone from one other origin to the next', async () => {
    const { sent, outcome } = await follow(302, OTHER);
    expect(sent.map(({ headers }) => getHeader(headers, 'origin'))).toEqual(['https://app.example.com', 'null']);
    expect(outcome.response).toMatchObject({ type: 'cors', redirected: true, url: OTHER });
  });

  it('takes Authorization away where the origin changes', async () => {
    const changes: Partial<RequestRecord> = {
      headers: [
        ['Authorization', 'Bearer 1'],
        ['X-A', '1'],
      ],
    };
    const { last } = await follow(307, OTHER, changes, 'chromium');
    expect(getHeader(last?.headers ?? [], 'authorization')).toBeNull();
    expect(getHeader(last?.headers ?? [], 'x-a')).toBe('1');
  });

  it.each([
    ['https://u:p@other.test/end', 'redirect-url-has-credentials'],
    ['ftp://other.test/end', 'redirect-scheme-not-supported'],
    ['https://[bad/', 'redirect-location-invalid'],
  ])('does not go to %s', async (location, reason) => {
    const { outcome, sent } = await follow(302, location);
    expect(outcome.failure?.reason).toBe(reason);
    expect(sent).toHaveLength(1);
  });

  it('gives up after twenty', async () => {
    const { outcome, sent } = await follow(302, API);
    expect(outcome.failure?.reason).toBe('redirect-too-many');
    expect(sent).toHaveLength(21);
  });

  it.each<[BrowserName, string, string]>([
    ['chromium', '%E9', '%C3%A9'],
    ['firefox', '%E9', '%C3%A9'],
    // What is no UTF-8 is U+FFFD in bytes, and each byte a character
    ['webkit', '%C3%AF%C2%BF%C2%BD', '%C3%83%C2%A9'],
    ['standard', '%C3%A9', '%C3%83%C2%A9'],
  ])('in %s follows a Location with the byte E9 to %s, with C3 A9 to %s', async (profile, latin, utf8) => {
    expect((await follow(302, '/caf\xe9', {}, profile)).last?.url).toBe(`https://api.example.com/caf${latin}`);
    expect((await follow(302, '/caf\xc3\xa9', {}, profile)).last?.url).toBe(`https://api.example.com/caf${utf8}`);
  });

  it('hands an opaque-redirect response out under redirect mode manual', async () => {
    const { outcome } = await follow(302, OTHER, { redirect: 'manual' });
    expect(outcome.response).toMatchObject({ type: 'opaqueredirect', status: 0, url: API, headers: [] });
  });

  it('asks again in Firefox and WebKit although nothing is left to ask', async () => {
    const post = { method: 'PUT', body: new Uint8Array([1]) };
    const at = async (profile: BrowserName) => messages((await follow(303, OTHER, post, profile)).sent).at(2);
    expect(await at('chromium')).toBe(`GET ${OTHER}`);
    expect(await at('firefox')).toBe(`OPTIONS ${OTHER}`);
    expect(await at('webkit')).toBe(`OPTIONS ${OTHER}`);
  });
});
