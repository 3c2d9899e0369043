import { describe, expect, it } from 'vitest';
import type { ConsoleLine, RequestRecord } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { allow, API, openBrowser, PAGE, request } from '../testing/browser-under-test';

const FAR = 'https://far.test/items?q=1';

describe('a referrer policy that would tell another site more than the default does', () => {
  const ask = async (url: string, referrerPolicy: RequestRecord['referrerPolicy'], sandboxed = false) => {
    const { browser, lines, sent } = openBrowser('firefox', { [url]: { response: {} } }, PAGE, sandboxed);
    await browser.fetch(request(url, { referrerPolicy, mode: 'no-cors' }), 1);
    return { lines, referer: getHeader(sent[0]?.headers ?? [], 'referer') };
  };

  it.each(['unsafe-url', 'no-referrer-when-downgrade', 'origin-when-cross-origin'])(
    '%s is not obeyed, and Firefox says so',
    async (policy) => {
      const { lines, referer } = await ask(FAR, policy);
      const text = `Referrer Policy: Ignoring the less restricted referrer policy “${policy}” for the cross-site request: ${FAR}`;
      expect(lines).toEqual<ConsoleLine[]>([{ level: 'info', text }]);
      expect(referer).toBe('https://app.example.com/');
    },
  );

  it('is obeyed within the site, without a word', async () => {
    expect(await ask(API, 'unsafe-url')).toEqual({ lines: [], referer: PAGE });
  });

  it('counts from a sandboxed page for every URL, the page’s own among them', async () => {
    expect((await ask(API, 'unsafe-url', true)).lines).toHaveLength(1);
    expect((await ask(PAGE, 'unsafe-url', true)).lines).toHaveLength(1);
  });

  it('that tells no more than the default needs no word', async () => {
    expect((await ask(FAR, 'origin')).lines).toEqual([]);
    expect((await ask(FAR, 'no-referrer')).lines).toEqual([]);
  });
});

describe('a connection that is closed without an answer', () => {
  const lines = async (changes: Partial<RequestRecord>) => {
    const preflight = { headers: allow(undefined, [['Access-Control-Allow-Methods', '*']]) };
    const opened = openBrowser('firefox', { [API]: { preflight } });
    const { failure } = await opened.browser.fetch(request(API, changes), 1);
    expect(failure?.reason).toBe('connection-closed');
    return opened.lines.map(({ text }) => text);
  };
  const blocked = (reason: string) =>
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${API}. (Reason: ${reason}).`;
  const didNotSucceed = `${blocked('CORS request did not succeed')} Status code: (null).`;

  it('after a preflight for PUT is reported as two Access-Control-Allow-Origin', async () => {
    expect(await lines({ method: 'PUT' })).toEqual([
      blocked('Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed'),
    ]);
  });

  it.each(['GET', 'POST', 'DELETE', 'PATCH'])('for %s is reported as what it is', async (method) => {
    expect(await lines({ method })).toEqual([didNotSucceed]);
  });
});

describe('Authorization that only a wildcard allows', () => {
  it('is warned of as often as it was given', async () => {
    const preflight = { headers: allow('*', [['Access-Control-Allow-Headers', '*']]) };
    const warned = async (times: number) => {
      const { browser, lines } = openBrowser('firefox', { [API]: { preflight, response: { headers: allow('*') } } });
      const headers = Array.from({ length: times }, (): [string, string] => ['Authorization', 'Bearer 1']);
      await browser.fetch(request(API, { headers }), 1);
      return lines.filter(({ text }) => text.startsWith('Cross-Origin Request Warning:')).length;
    };
    expect([await warned(0), await warned(1), await warned(2)]).toEqual([0, 1, 2]);
  });
});

describe('mixed content', () => {
  it('is told of, unless the request may outlive its page', async () => {
    const lines = async (keepalive: boolean) => {
      const opened = openBrowser('firefox', {});
      await opened.browser.fetch(request('http://api.example.com/items', { keepalive }), 1);
      return opened.lines.map(({ text }) => text);
    };
    expect(await lines(false)).toEqual(['Blocked loading mixed active content “http://api.example.com/items”']);
    expect(await lines(true)).toEqual([]);
  });
});

describe('what XMLHttpRequest gets that is no XML', () => {
  const ask = async (body: string, answer: { status?: number; type?: string; redirected?: boolean } = {}) => {
    const { status = 200, type, redirected = false } = answer;
    const headers = allow('*', type === undefined ? [] : [['Content-Type', type]]);
    const { browser, lines } = openBrowser('firefox', {
      [API]: { response: { headers, body, status } },
      [FAR]: { response: { status: 302, headers: allow('*', [['Location', API]]) } },
    });
    await browser.fetch(request(redirected ? FAR : API, { initiator: 'xhr' }), 1);
    return lines.map(({ text }) => text.replace(`\nLocation: ${API}\n`, ' at '));
  };

  it('without a type counts as XML, and Firefox says where it stopped reading', async () => {
    expect(await ask('{}')).toEqual(['XML Parsing Error: not well-formed at Line Number 1, Column 1:']);
    expect(await ask('\r\n  x')).toEqual(['XML Parsing Error: syntax error at Line Number 2, Column 3:']);
    expect(await ask('{}', { type: 'application/json' })).toEqual([]);
  });

  it('with a status that may come without a body is passed over in silence', async () => {
    expect(await ask('{}', { status: 201 })).toEqual([]);
    expect(await ask('{}', { status: 203 })).toHaveLength(1);
  });

  it('behind a redirect counts as XML where its type says so', async () => {
    expect(await ask('{}', { redirected: true })).toEqual([]);
    expect(await ask('{}', { redirected: true, type: 'application/xml' })).toHaveLength(1);
  });
});

describe('a line that is longer than 1000 characters', () => {
  it('is cut there by Firefox', async () => {
    const url = `https://api.example.com/${'a'.repeat(1200)}`;
    const { browser, lines } = openBrowser('firefox', { [url]: { response: {} } });
    await browser.fetch(request(url), 1);
    expect(lines.map(({ text }) => text.length)).toEqual([1000]);
  });
});

describe('a redirect to what Firefox lets no page load', () => {
  const OWN = 'https://app.example.com/own';
  const first = async (url: string, location: string, changes: Partial<RequestRecord> = {}) => {
    const headers = allow('*', [['Location', location]]);
    const { browser, lines } = openBrowser('firefox', { [url]: { response: { status: 302, headers } } });
    await browser.fetch(request(url, changes), 1);
    return lines[0]?.text;
  };
  const mayNot = (who: string, what: string) => `Security Error: Content at ${who} may not ${what}.`;

  it('is put down to who redirects, but in XMLHttpRequest and without CORS to the page', async () => {
    const what = 'load or link to file:///x';
    expect(await first(API, 'file:///x')).toBe(mayNot(API, what));
    expect(await first(OWN, 'file:///x')).toBe(mayNot(OWN, what));
    expect(await first(API, 'file:///x', { initiator: 'xhr' })).toBe(mayNot(PAGE, what));
    expect(await first(API, 'file:///x', { mode: 'no-cors' })).toBe(mayNot(PAGE, what));
  });

  it('may be a blob, which both the page and who redirects must be allowed to load', async () => {
    const blob = (origin: string) => `blob:${origin}/1`;
    const [own, theirs] = [blob('https://app.example.com'), blob('https://api.example.com')];
    expect(await first(API, own)).toBe(mayNot(API, `load data from ${own}`));
    expect(await first(API, theirs)).toBe(mayNot(PAGE, `load data from ${theirs}`));
    expect(await first(API, own, { mode: 'no-cors' })).toBe(mayNot(API, `load data from ${own}`));
    expect(await first(API, own, { initiator: 'xhr' })).toContain(`at ${own}. (Reason: CORS request not http)`);
    expect(await first(OWN, own)).toBeUndefined();
  });

  it('may be data:, which is shown decoded and no longer than 50 characters', async () => {
    const shown = async (data: string) => /Blocked loading of: “(.*)”/.exec((await first(API, data)) ?? '')?.[1];
    expect(await shown('data:text/plain,caf%C3%A9%20%41')).toBe('data:text/plain,café A');
    expect(await shown(`data:,${'x'.repeat(50)}`)).toBe(`data:,${'x'.repeat(44)}...`);
  });
});

describe('a redirect that leads nowhere', () => {
  it('is read by XMLHttpRequest as XML, as any answer without a type is', async () => {
    const { browser, lines } = openBrowser('firefox', {
      [API]: { response: { status: 307, headers: allow('*'), body: 'text' } },
    });
    await browser.fetch(request(API, { initiator: 'xhr' }), 1);
    expect(lines.map(({ text }) => text)).toEqual([
      `XML Parsing Error: syntax error\nLocation: ${API}\nLine Number 1, Column 1:`,
    ]);
  });
});
