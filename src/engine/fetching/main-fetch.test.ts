import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../contract';
import { openBrowser, request } from '../testing/browser-under-test';

describe('a request that may outlive its page', () => {
  it('fails before anything is sent where it carries more than 64 KiB', async () => {
    const send = async (profile: BrowserName, size: number) => {
      const url = 'https://app.example.com/log';
      const { browser, sent, lines } = openBrowser(profile, { [url]: { response: {} } });
      const given = request(url, { method: 'POST', keepalive: true, body: new Uint8Array(size) });
      const { failure } = await browser.fetch(given, 1);
      return { reason: failure?.reason ?? 'none', sent: sent.length, told: lines.map(({ text }) => text) };
    };
    expect(await send('chromium', 65_536)).toEqual({ reason: 'none', sent: 1, told: [] });
    for (const profile of ['chromium', 'firefox'] as const) {
      expect(await send(profile, 65_537)).toEqual({ reason: 'invalid-request', sent: 0, told: [] });
    }
    expect((await send('webkit', 65_537)).told[0]).toBe(
      'Reached maximum amount of queued data of 64Kb for keepalive requests',
    );
  });
});
