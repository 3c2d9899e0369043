import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { allow, API, bytes, messages, openBrowser, request, type Answer } from '../testing/browser-under-test';

const put = request(API, {
  method: 'PUT',
  headers: [
    ['X-B', '1'],
    ['X-A', '1'],
  ],
});

async function preflightedBy(profile: BrowserName, preflight: Answer) {
  const opened = openBrowser(profile, { [API]: { preflight, response: { headers: allow() } } });
  const { failure } = await opened.browser.fetch(put, 1);
  return { ...opened, reason: failure?.reason ?? 'allowed' };
}

describe('a CORS-preflight fetch', () => {
  it('asks for the method and the sorted names before the request is sent', async () => {
    const headers = allow(undefined, [
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'x-a, X-B'],
    ]);
    const { sent, reason } = await preflightedBy('standard', { headers });
    expect(reason).toBe('allowed');
    expect(messages(sent)).toEqual([`OPTIONS ${API}`, `PUT ${API}`]);
    expect(getHeader(sent[0]?.headers ?? [], 'access-control-request-method')).toBe('PUT');
    expect(getHeader(sent[0]?.headers ?? [], 'access-control-request-headers')).toBe('x-a,x-b');
  });

  it('sends no cookies', async () => {
    const { browser, sent } = openBrowser('chromium', { [API]: { preflight: { headers: allow() } } });
    browser.storeCookie(API, 'sid=1; SameSite=None; Secure');
    await browser.fetch({ ...put, credentials: 'include' }, 1);
    expect(getHeader(sent[0]?.headers ?? [], 'cookie')).toBeNull();
  });

  it('judges status 404 without Access-Control-Allow-Origin by the browser’s own order', async () => {
    expect((await preflightedBy('chromium', { status: 404 })).reason).toBe('allow-origin-missing');
    expect((await preflightedBy('firefox', { status: 404 })).reason).toBe('allow-origin-missing');
    expect((await preflightedBy('webkit', { status: 404 })).reason).toBe('preflight-status-not-ok');
  });

  it('names the header that each browser names', async () => {
    const preflight = { headers: allow(undefined, [['Access-Control-Allow-Methods', 'PUT']]) };
    const line = async (profile: BrowserName) => (await preflightedBy(profile, preflight)).lines[0]?.text;
    expect(await line('chromium')).toContain('Request header field x-a is not allowed');
    expect(await line('firefox')).toContain('header ‘x-a’ is not allowed');
    expect(await line('webkit')).toBe('Request header field X-B is not allowed by Access-Control-Allow-Headers.');
  });

  it('takes no list that has a member which is no token', async () => {
    const headers = allow(undefined, [
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'x-a x-b'],
    ]);
    expect((await preflightedBy('chromium', { headers })).reason).toBe('allow-headers-invalid');
  });

  it('allows what an upload listener asks for where no methods are listed, by the standard alone', async () => {
    const listened = request(API, { method: 'PUT', body: bytes('x'), useCorsPreflight: true, initiator: 'xhr' });
    const ask = async (profile: BrowserName, more: HeaderList = [], asked = listened) => {
      const { browser, trace } = openBrowser(profile, {
        [API]: { preflight: { headers: allow(undefined, more) }, response: { headers: allow() } },
      });
      const { failure } = await browser.fetch(asked, 1);
      return { reason: failure?.reason ?? 'allowed', cached: browser.state().preflightCache, trace };
    };
    const { reason, cached, trace } = await ask('standard');
    expect(reason).toBe('allowed');
    expect(cached).toMatchObject([{ methods: ['PUT'] }]);
    expect(trace.find(({ step }) => step === 'method-check')?.detail).toMatchObject({ implied: true });
    expect((await ask('standard', [], { ...listened, method: 'POST' })).cached).toMatchObject([{ methods: ['POST'] }]);
    for (const profile of ['chromium', 'firefox', 'webkit'] as const) {
      expect((await ask(profile)).reason).toBe('method-not-allowed');
    }
    expect((await ask('standard', [['Access-Control-Allow-Methods', '']])).reason).toBe('method-not-allowed');
    expect((await ask('standard', [], { ...listened, useCorsPreflight: false })).reason).toBe('method-not-allowed');
  });

  it('compares methods byte for byte', async () => {
    const headers = allow(undefined, [
      ['Access-Control-Allow-Methods', 'put'],
      ['Access-Control-Allow-Headers', '*'],
    ]);
    expect((await preflightedBy('standard', { headers })).reason).toBe('method-not-allowed');
  });
});
