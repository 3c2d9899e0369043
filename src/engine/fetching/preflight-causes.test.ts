import { describe, expect, it } from 'vitest';
import type { BrowserName, RequestRecord, TraceEvent } from '../contract';
import { allow, API, openBrowser, request, type Server } from '../testing/browser-under-test';

const permissive = allow('https://app.example.com', [
  ['Access-Control-Allow-Methods', 'PUT'],
  ['Access-Control-Allow-Headers', 'content-type, x-trace'],
]);
const SERVER: Server = { [API]: { preflight: { headers: permissive }, response: { headers: permissive } } };

async function decisions(
  browser: BrowserName,
  changes: Partial<RequestRecord>,
  server = SERVER,
): Promise<TraceEvent[]> {
  const opened = openBrowser(browser, server);
  await opened.browser.fetch(request(API, changes), 0);
  return opened.trace.filter(({ step }) => step === 'preflight-needed');
}

describe('what makes the browser ask first', () => {
  it('is the method and every header that is not safelisted, each with what it breaks', async () => {
    const [asked] = await decisions('chromium', {
      method: 'PUT',
      headers: [
        ['Content-Type', 'application/json'],
        ['Accept', 'text/html'],
        ['X-Trace', '42'],
        ['Content-Language', 'x'.repeat(129)],
        ['Range', 'bytes=-5'],
      ],
    });
    expect(asked).toMatchObject({
      answer: 'yes',
      causes: [
        { breaks: 'method', name: 'PUT' },
        { breaks: 'length', name: 'content-language', value: 'x'.repeat(129) },
        { breaks: 'type', name: 'content-type', value: 'application/json' },
        { breaks: 'range', name: 'range', value: 'bytes=-5' },
        { breaks: 'name', name: 'x-trace' },
      ],
    });
  });

  it('is no safelisted header, unless all of them together are too long', async () => {
    const headers = ['Accept', 'Accept-Language', 'Content-Language'].map((name): [string, string] => [name, 'de']);
    expect((await decisions('firefox', { headers }))[0]).toMatchObject({ answer: 'no' });
    const long: [string, string][] = [
      ...['Accept', 'Accept-Language', 'Content-Language'].map((name): [string, string] => [name, 'a'.repeat(128)]),
      ['Content-Type', 'text/plain;'.padEnd(128, 'a')],
      ...['Width', 'Viewport-Width', 'RTT', 'DPR', 'Downlink'].map((name): [string, string] => [name, '1'.repeat(128)]),
    ];
    const [asked] = await decisions('chromium', { headers: long });
    expect(new Set(asked?.causes?.map(({ breaks }) => breaks))).toEqual(new Set(['total']));
    expect(asked?.causes).toHaveLength(long.length);
  });

  it('is an upload listener, whose method and headers need no preflight', async () => {
    const [asked] = await decisions('chromium', { method: 'POST', body: new Uint8Array(1), useCorsPreflight: true });
    expect(asked).toMatchObject({ answer: 'yes', causes: [{ breaks: 'upload-listener' }] });
    expect(asked).not.toHaveProperty('compared');
  });

  it('is, after a redirect, what had to be asked before it', async () => {
    const to = 'https://other.example.com/items';
    const headers = allow('*', [['Access-Control-Allow-Headers', '*']]);
    const server: Server = {
      [API]: { preflight: { headers }, response: { status: 303, headers: [...headers, ['Location', to]] } },
      [to]: { preflight: { headers }, response: { headers } },
    };
    const posted = { method: 'POST', headers: [['Content-Type', 'application/json']] as [string, string][] };
    const causes = async (browser: BrowserName) => (await decisions(browser, posted, server))[1]?.causes;
    expect(await causes('firefox')).toEqual([{ breaks: 'redirected', name: '' }]);
    expect(await causes('webkit')).toEqual([{ breaks: 'dropped', name: 'content-type' }]);
    expect(await causes('standard')).toBeUndefined();
  });
});
