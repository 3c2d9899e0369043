import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../contract';
import { allow, API, openBrowser, PAGE, request } from '../testing/browser-under-test';

const OWN = 'https://app.example.com/own';

async function texts(url: string, location?: string, changes: Partial<RequestRecord> = {}, page = PAGE) {
  const server =
    location === undefined ? {} : { [url]: { response: { status: 302, headers: allow('*', to(location)) } } };
  const { browser, lines } = openBrowser('webkit', server, page);
  await browser.fetch(request(url, changes), 1);
  return lines.map(({ text }) => text);
}

const to = (location: string): [string, string][] => [['Location', location]];

describe('WebKit’s line about mixed content', () => {
  it('breaks off where the host is this machine, after a redirect, too', async () => {
    const end = async (url: string, location?: string) =>
      / This content was blocked and must.*$/.exec((await texts(url, location))[0]!)?.[0];
    expect(await end('http://api.example.com/x')).toBe(' This content was blocked and must be served over HTTPS.');
    for (const host of ['localhost:5000', '127.0.0.1', '[::1]', 'my.localhost']) {
      expect(await end(`http://${host}/x`)).toBe(' This content was blocked and must');
    }
    expect(await end(API, 'http://localhost/x')).toBe(' This content was blocked and must');
  });

  it('leaves out the middle of a URL of more than 1024 characters', async () => {
    const [line = ''] = await texts(`http://api.example.com/${'a'.repeat(1200)}`);
    const url = / from (.*)\. This/.exec(line)?.[1] ?? '';
    expect(url).toHaveLength(1024);
    expect(url).toBe(`http://api.example.com/${'a'.repeat(488)}...${'a'.repeat(510)}`);
  });
});

describe('WebKit’s line about a redirect to what is no server’s', () => {
  const refused = 'not allowed to follow a cross-origin CORS redirection with non CORS scheme';

  it('is about CORS where CORS is asked for', async () => {
    expect((await texts(API, 'foo://bar'))[0]).toContain(refused);
    expect((await texts(API, 'file:///x'))[0]).toContain(refused);
  });

  it('is otherwise about files and foreign blobs first, then about mixed content', async () => {
    const local = async (target: string) => (await texts(OWN, target))[0];
    expect(await local('file:///x')).toBe('Not allowed to load local resource: file:///x');
    expect(await local('blob:https://other.test/1')).toBe(
      'Not allowed to load local resource: blob:https://other.test/1',
    );
    expect(await local('foo://bar')).toContain('requested insecure content from foo://bar.');
    expect((await texts(OWN, 'file:///x', { mode: 'same-origin' }))[0]).toContain('local resource');
    const plain = await texts(
      'http://app.example.com/own',
      'foo://bar',
      { mode: 'no-cors' },
      'http://app.example.com/',
    );
    expect(plain).toEqual([
      'Redirection to URL with a scheme that is not HTTP(S).',
      'Fetch API cannot load foo://bar due to access control checks.',
    ]);
  });

  it('has no full stop where XMLHttpRequest asked', async () => {
    const blob = 'blob:https://app.example.com/1';
    expect((await texts(OWN, blob))[0]).toBe('Redirection to URL with a scheme that is not HTTP(S).');
    expect((await texts(OWN, blob, { initiator: 'xhr' }))[0]).toBe(
      'Redirection to URL with a scheme that is not HTTP(S)',
    );
  });

  it('does not speak of redirection where Location is empty and CORS fails', async () => {
    const { browser, lines } = openBrowser('webkit', { [API]: { response: { status: 302, headers: to('') } } });
    await browser.fetch(request(API), 1);
    expect(lines[0]?.text).toBe(
      'Origin https://app.example.com is not allowed by Access-Control-Allow-Origin. Status code: 302',
    );
  });
});

describe('WebKit’s line about what an https page loads over http', () => {
  it('stands alone for scripts and style sheets, and beacons have their own', async () => {
    const asked = (initiator: RequestRecord['initiator']) =>
      texts('http://cdn.test/x', undefined, { initiator, mode: 'no-cors' });
    expect(await asked('script')).toHaveLength(1);
    expect(await asked('link')).toHaveLength(1);
    expect((await asked('beacon'))[1]).toBe(
      'Beacon API cannot load http://cdn.test/x. Not allowed to request resource',
    );
    expect(await asked('eventsource')).toHaveLength(3);
  });
});
