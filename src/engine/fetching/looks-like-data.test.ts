import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList, RequestRecord } from '../contract';
import { API, openBrowser, request, bytes } from '../testing/browser-under-test';
import { looksLikeData } from './looks-like-data';

const judge = (type: string, body: string, headers: HeaderList = [], status = 200) =>
  looksLikeData(type, { status, statusText: '', headers, body: bytes(body) });

describe('what Chromium takes for data', () => {
  it.each([
    '{"ok":true}',
    ' { "a" : 1',
    '<p>hi',
    '<!DOCTYPE html>',
    '<?xml version="1.0"?><a/>',
    ")]}'\n{}",
    'for(;;);',
  ])('is %j, whichever type of text it has', (body) => {
    const types = ['application/json', 'text/html', 'application/xml', 'text/plain', 'application/problem+json'];
    expect(types.filter((type) => judge(type, body))).toEqual(types);
  });

  it.each(['[1,2]', '{ok:true}', '7', 'hello', '', '<!-- x --><html>', '<items/>'])('is not %j', (body) => {
    expect(judge('application/json', body)).toBe(false);
    expect(judge('text/plain', body)).toBe(false);
  });

  it('is nothing of a type that scripts, styles and pictures have, or of none', () => {
    const types = ['', 'text/css', 'text/javascript', 'image/svg+xml', 'image/png', 'application/octet-stream'];
    expect(types.filter((type) => judge(type, '{"ok":true}'))).toEqual([]);
  });

  it('is everything of types that nothing embeds, and of text that is not to be sniffed', () => {
    const types = ['text/csv', 'text/event-stream', 'application/pdf', 'application/zip'];
    expect(types.filter((type) => judge(type, ''))).toEqual(types);
    expect(judge('application/json', '', [['X-Content-Type-Options', 'nosniff']])).toBe(true);
    expect(judge('text/plain', '', [['X-Content-Type-Options', 'nosniff']])).toBe(true);
    expect(judge('text/html', '', [], 206)).toBe(true);
  });
});

describe('data that a no-cors fetch gets', () => {
  const requests = async (profile: BrowserName, changes: Partial<RequestRecord>) => {
    const headers: HeaderList = [
      ['Access-Control-Allow-Origin', '*'],
      ['Content-Type', 'application/json'],
      ['Cache-Control', 'max-age=60'],
    ];
    const { browser, sent } = openBrowser(profile, { [API]: { response: { headers, body: '{"ok":true}' } } });
    const { response } = await browser.fetch(request(API, changes), 1);
    expect(response?.type).toBe(changes.mode === 'no-cors' ? 'opaque' : 'cors');
    await browser.fetch(request(API, changes), 2);
    return sent.length;
  };

  it('is not kept by the HTTP cache of Chromium, so that it is asked for again', async () => {
    expect(await requests('chromium', { mode: 'no-cors' })).toBe(2);
    expect(await requests('chromium', { mode: 'cors' })).toBe(1);
  });

  it('is kept by the others', async () => {
    expect(await requests('firefox', { mode: 'no-cors' })).toBe(1);
    expect(await requests('webkit', { mode: 'no-cors' })).toBe(1);
  });
});
