import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../contract';
import { messages, openBrowser, PAGE, request } from '../testing/browser-under-test';

async function show(profile: BrowserName, url: string, page = PAGE) {
  const { browser, sent, lines } = openBrowser(profile, { 'https://cdn.test/i.png': { response: {} } }, page);
  await browser.fetch(request(url, { initiator: 'img', destination: 'image', mode: 'no-cors' }), 1);
  return { asked: messages(sent), told: lines[0]?.text };
}

describe('an image over http in an https page', () => {
  it.each<[BrowserName, string]>([
    ['chromium', 'This request was automatically upgraded to HTTPS'],
    ['firefox', 'Mixed Content: Upgrading insecure display request ‘http://cdn.test/i.png’ to use ‘https’'],
    ['webkit', 'This content was automatically upgraded and should be served over HTTPS.'],
  ])('is asked for over https in %s, which says so', async (profile, words) => {
    const { asked, told } = await show(profile, 'http://cdn.test/i.png');
    expect(asked).toEqual(['GET https://cdn.test/i.png']);
    expect(told).toContain(words);
  });

  it('is left alone at an address without a name, and in a page over http', async () => {
    expect((await show('chromium', 'http://10.0.0.6/i.png')).asked).toEqual([]);
    expect((await show('chromium', 'http://cdn.test/i.png', 'http://app.test/')).asked).toEqual([
      'GET http://cdn.test/i.png',
    ]);
  });
});
