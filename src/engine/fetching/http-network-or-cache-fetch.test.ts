import { describe, expect, it } from 'vitest';
import type { BrowserName, HttpRequest, RequestRecord } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { allow, API, openBrowser, PAGE, request } from '../testing/browser-under-test';

const SAME = 'https://app.example.com/items';
const credentialed = allow(undefined, [['Access-Control-Allow-Credentials', 'true']]);

async function send(
  profile: BrowserName,
  changes: Partial<RequestRecord>,
  cookie?: string,
  page = PAGE,
  sandboxed = false,
) {
  const { browser, sent } = openBrowser(
    profile,
    { [API]: { response: { headers: credentialed } }, [SAME]: { response: {} } },
    page,
    sandboxed,
  );
  if (cookie) browser.storeCookie(API, cookie);
  await browser.fetch(request(API, changes), 1);
  return (name: string) => getHeader((sent.at(-1) as HttpRequest).headers, name);
}

describe('cookies', () => {
  it('go to another origin only when credentials are included', async () => {
    const cookie = 'sid=1; SameSite=None; Secure';
    expect((await send('chromium', {}, cookie))('cookie')).toBeNull();
    expect((await send('chromium', { credentials: 'include' }, cookie))('cookie')).toBe('sid=1');
  });

  it('of another site are partitioned in Firefox and blocked in WebKit', async () => {
    const at = (profile: BrowserName) =>
      send(profile, { credentials: 'include' }, 'sid=1; SameSite=None; Secure', 'https://shop.test/');
    expect((await at('chromium'))('cookie')).toBe('sid=1');
    expect((await at('firefox'))('cookie')).toBeNull();
    expect((await at('webkit'))('cookie')).toBeNull();
  });
});

describe('Origin', () => {
  it('stands in every cross-origin CORS request, and in same-origin requests that change something', async () => {
    expect((await send('standard', {}))('origin')).toBe('https://app.example.com');
    expect((await send('standard', { url: SAME }))('origin')).toBeNull();
    expect((await send('standard', { url: SAME, method: 'POST' }))('origin')).toBe('https://app.example.com');
  });

  it('is null from a sandboxed page', async () => {
    expect((await send('standard', {}, undefined, PAGE, true))('origin')).toBe('null');
  });
});

describe('Referer', () => {
  it('is the page’s URL within the origin and its origin beyond', async () => {
    expect((await send('standard', { url: SAME }))('referer')).toBe(PAGE);
    expect((await send('standard', {}))('referer')).toBe('https://app.example.com/');
    expect((await send('standard', { referrerPolicy: 'no-referrer' }))('referer')).toBeNull();
    expect((await send('standard', { referrerPolicy: 'unsafe-url' }))('referer')).toBe(PAGE);
  });
});

describe('Sec-Fetch-Site', () => {
  it('says how far the server is from the page', async () => {
    expect((await send('chromium', { url: SAME }))('sec-fetch-site')).toBe('same-origin');
    expect((await send('chromium', {}))('sec-fetch-site')).toBe('same-site');
    expect((await send('chromium', {}, undefined, 'https://shop.test/'))('sec-fetch-site')).toBe('cross-site');
  });
});

describe('Sec-Fetch-Site between http and https', () => {
  const LOCAL = 'http://localhost:5000/items';
  const between = async (profile: BrowserName, page: string, urls: readonly string[]) => {
    const next = (index: number): [string, string][] => (urls[index + 1] ? [['Location', urls[index + 1]!]] : []);
    const server = Object.fromEntries(
      urls.map((url, index) => [
        url,
        { response: { status: urls[index + 1] ? 307 : 200, headers: allow('*', next(index)) } },
      ]),
    );
    const { browser, sent } = openBrowser(profile, server, page);
    await browser.fetch(request(urls[0]!), 1);
    return getHeader(sent.at(-1)!.headers, 'sec-fetch-site');
  };

  it('is a matter of both schemes, but in Firefox of the page’s alone', async () => {
    expect(await between('chromium', 'https://localhost:3000/', [LOCAL])).toBe('cross-site');
    expect(await between('firefox', 'https://localhost:3000/', [LOCAL])).toBe('same-site');
    expect(await between('firefox', 'http://localhost:3000/', ['https://localhost/'])).toBe('same-site');
    expect(await between('firefox', 'http://app.example.com/', [API])).toBe('cross-site');
  });

  it('is a matter of the redirects’ scheme, too, in Firefox', async () => {
    expect(await between('firefox', 'http://localhost:3000/', [LOCAL])).toBe('same-site');
    expect(await between('firefox', 'http://localhost:3000/', ['http://localhost:3000/x', LOCAL])).toBe('cross-site');
    expect(await between('chromium', 'http://localhost:3000/', ['http://localhost:3000/x', LOCAL])).toBe('same-site');
  });

  it('tells a name that ends with a dot from the one without', async () => {
    expect(await between('chromium', 'https://example.com./', ['https://example.com/'])).toBe('cross-site');
    expect(await between('chromium', 'https://example.com./', ['https://api.example.com./'])).toBe('same-site');
  });
});

describe('Sec-Fetch-* of a preflight after a redirect', () => {
  it('is missing in WebKit where the request began in the clear', async () => {
    const preflighted = async (first: string) => {
      const preflight = { headers: allow('*', [['Access-Control-Allow-Methods', '*']]) };
      const { browser, sent } = openBrowser(
        'webkit',
        {
          [first]: { preflight, response: { status: 307, headers: allow('*', [['Location', API]]) } },
          [API]: { preflight, response: { headers: allow('*') } },
        },
        'http://app.example.com/',
      );
      await browser.fetch(request(first, { method: 'PUT' }), 1);
      const last = sent.findLast(({ kind }) => kind === 'preflight');
      return last?.url === API ? getHeader(last.headers, 'sec-fetch-mode') : 'no preflight';
    };
    expect(await preflighted('http://other.test/')).toBeNull();
    expect(await preflighted('https://other.test/')).toBe('cors');
  });
});

describe('what a referrer policy hides', () => {
  const LOCAL = 'http://localhost:5000/items';
  const post = async (profile: BrowserName, page: string, changes: Partial<RequestRecord> = {}) => {
    const url = changes.url ?? LOCAL;
    const { browser, sent } = openBrowser(profile, { [url]: { response: {} } }, page);
    await browser.fetch(request(url, { mode: 'no-cors', method: 'POST', ...changes }), 1);
    return { origin: getHeader(sent[0]!.headers, 'origin'), referrer: getHeader(sent[0]!.headers, 'referer') };
  };

  it('is the referrer, from https to http even on this machine; the standard asks what is trustworthy', async () => {
    const page = 'https://localhost:3000/';
    expect((await post('standard', page)).referrer).toBe(page);
    expect((await post('chromium', page)).referrer).toBeNull();
    expect((await post('firefox', page)).referrer).toBeNull();
    const plain = { url: 'http://api.example.com/items' };
    expect((await post('standard', 'http://localhost:3000/', plain)).referrer).toBeNull();
    expect((await post('chromium', 'http://localhost:3000/', plain)).referrer).toBe('http://localhost:3000/');
  });

  it('is Origin outside CORS, too, but in Chromium', async () => {
    const hidden = { referrerPolicy: 'no-referrer', url: API } as const;
    expect((await post('chromium', PAGE, hidden)).origin).toBe('https://app.example.com');
    expect((await post('firefox', PAGE, hidden)).origin).toBe('null');
    expect((await post('webkit', PAGE, hidden)).origin).toBe('null');
    // a policy that Firefox ignores hides what its default hides
    const told = { referrerPolicy: 'unsafe-url' } as const;
    expect((await post('standard', 'https://localhost:3000/', told)).origin).toBe('https://localhost:3000');
    expect((await post('firefox', PAGE, told)).origin).toBe('null');
  });

  it('is Origin until a redirect leaves the page’s origin, in WebKit', async () => {
    const OWN = 'https://app.example.com/own';
    const origins = async (profile: BrowserName) => {
      const redirect = { status: 307, headers: [['Location', API]] as [string, string][] };
      const { browser, sent } = openBrowser(profile, { [OWN]: { response: redirect }, [API]: { response: {} } });
      await browser.fetch(request(OWN, { mode: 'no-cors', method: 'POST', referrerPolicy: 'no-referrer' }), 1);
      return sent.map(({ headers }) => getHeader(headers, 'origin'));
    };
    expect(await origins('webkit')).toEqual(['null', 'https://app.example.com']);
    expect(await origins('firefox')).toEqual(['null', 'null']);
  });

  it('is the path of a page whose URL is longer than 4096 characters; Firefox says so', async () => {
    const page = `https://app.example.com/${'a'.repeat(4096)}`;
    const asked = async (profile: BrowserName) => {
      const { browser, sent, lines } = openBrowser(profile, { [SAME]: { response: {} } }, page);
      await browser.fetch(request(SAME), 1);
      return { referrer: getHeader(sent[0]!.headers, 'referer'), lines };
    };
    expect(await asked('webkit')).toEqual({ referrer: 'https://app.example.com/', lines: [] });
    const text =
      'HTTP Referrer header: Length is over “4096” bytes limit - stripping referrer header down to origin: “https://app.example.com/”';
    expect(await asked('firefox')).toEqual({
      referrer: 'https://app.example.com/',
      lines: [{ level: 'info', text }],
    });
  });
});

describe('the HTTP cache', () => {
  const cached = async (headers: [string, string][]) => {
    const { browser, sent } = openBrowser('chromium', { [API]: { response: { headers } } });
    await browser.fetch(request(API, { mode: 'no-cors' }), 1);
    const { failure } = await browser.fetch(request(API), 2);
    return { requests: sent.length, reason: failure?.reason ?? 'allowed' };
  };

  it('hands what a no-cors request has brought to a CORS request, which then fails its check', async () => {
    expect(await cached([['Cache-Control', 'max-age=60']])).toEqual({ requests: 1, reason: 'allow-origin-missing' });
  });

  it('does not where Vary: Origin tells the two apart', async () => {
    const headers: [string, string][] = [['Cache-Control', 'max-age=60'], ['Vary', 'Origin'], ...allow()];
    expect(await cached(headers)).toEqual({ requests: 2, reason: 'allowed' });
  });
});
