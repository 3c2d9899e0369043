import { describe, expect, it } from 'vitest';
import type { BrowserName, CacheMode, HeaderList, RequestRecord } from '../contract';
import { allow, API, openBrowser, PAGE, request, type Server } from '../testing/browser-under-test';

const FRESH: HeaderList = [['Cache-Control', 'max-age=60']];
const TAGGED: HeaderList = [['ETag', '"1"']];

interface Asked extends Partial<RequestRecord> {
  cache?: CacheMode;
}

/** Asks one after the other, and says what each cost: nothing, a request, or one with a condition. */
async function costs(profile: BrowserName, status: number, headers: HeaderList, ...asked: Asked[]): Promise<string[]> {
  const answer = { status, headers: allow('*', headers), body: 'b' };
  const preflight = { headers: allow('*', [['Access-Control-Allow-Methods', '*']]) };
  const server = { [API]: { preflight, response: answer }, [PAGE]: { response: answer } };
  const { browser, sent } = openBrowser(profile, server);
  const spent: string[] = [];
  for (const [index, changes] of asked.entries()) {
    const before = sent.length;
    await browser.fetch(request(API, changes), index);
    const actual = sent.slice(before).filter(({ kind }) => kind === 'actual');
    const conditional = actual.some((one) => one.headers.some(([name]) => name === 'If-None-Match'));
    spent.push(actual.length === 0 ? 'cached' : conditional ? 'conditional' : 'asked');
  }
  return spent;
}

const second = async (...args: Parameters<typeof costs>) => (await costs(...args))[1];

describe('the HTTP cache, status by status', () => {
  it.each<[BrowserName, number, string, string, string]>([
    // browser, status; asked again when the answer is fresh, has an ETag, or is wanted at any age
    ['chromium', 200, 'cached', 'conditional', 'cached'],
    ['chromium', 201, 'cached', 'asked', 'cached'],
    ['chromium', 205, 'asked', 'asked', 'asked'],
    ['chromium', 401, 'asked', 'asked', 'asked'],
    ['chromium', 404, 'cached', 'asked', 'cached'],
    ['chromium', 410, 'cached', 'cached', 'cached'],
    ['chromium', 500, 'cached', 'asked', 'cached'],
    ['firefox', 200, 'cached', 'conditional', 'cached'],
    ['firefox', 201, 'asked', 'conditional', 'cached'],
    ['firefox', 206, 'cached', 'conditional', 'cached'],
    ['firefox', 404, 'asked', 'asked', 'cached'],
    ['firefox', 410, 'cached', 'cached', 'cached'],
    ['firefox', 429, 'asked', 'asked', 'asked'],
    ['webkit', 200, 'cached', 'conditional', 'cached'],
    ['webkit', 201, 'cached', 'asked', 'asked'],
    ['webkit', 404, 'cached', 'conditional', 'cached'],
    ['webkit', 410, 'cached', 'cached', 'cached'],
    ['webkit', 500, 'asked', 'asked', 'asked'],
  ])('in %s, %i', async (profile, status, fresh, tagged, anyAge) => {
    expect(await second(profile, status, FRESH, {}, {})).toBe(fresh);
    expect(await second(profile, status, TAGGED, {}, {})).toBe(tagged);
    expect(await second(profile, status, TAGGED, {}, { cache: 'force-cache' })).toBe(anyAge);
  });

  it.each<[BrowserName, string]>([
    ['chromium', 'cached'],
    ['firefox', 'cached'],
    ['webkit', 'asked'],
  ])('in %s, an answer that says nothing, at any age', async (profile, cost) => {
    expect(await second(profile, 200, [], {}, { cache: 'force-cache' })).toBe(cost);
    expect(await second(profile, 200, [], {}, {})).toBe('asked');
  });
});

describe('what is stored for a request that differs by Vary', () => {
  const conditions = async (profile: BrowserName, vary: string, more: HeaderList) => {
    const headers: HeaderList = [...allow('*', more), ['Vary', vary], ...FRESH];
    const { browser, sent } = openBrowser(profile, { [API]: { response: { headers } } });
    await browser.fetch(request(API, { mode: 'no-cors' }), 1);
    await browser.fetch(request(API), 2);
    const names = sent
      .slice(1)
      .map((one) => one.headers.map(([name]) => name).filter((name) => name.startsWith('If-')));
    return names.map((each) => each.join());
  };
  const DATED: HeaderList = [['Last-Modified', 'Tue, 01 Jan 2019 00:00:00 GMT']];

  it.each<[BrowserName, string]>([
    ['chromium', 'If-None-Match'],
    ['firefox', 'If-None-Match'],
    ['webkit', ''],
    ['standard', ''],
  ])('is asked about in %s with: %s', async (profile, condition) => {
    expect(await conditions(profile, 'Origin', [...TAGGED, ...DATED])).toEqual([condition]);
    expect(await conditions(profile, '*', TAGGED)).toEqual([condition]);
    expect(await conditions(profile, 'Accept, *', TAGGED)).toEqual([condition]);
    expect(await conditions(profile, 'Origin', DATED)).toEqual(['']);
    expect(await conditions(profile, 'Accept', TAGGED)).toEqual([]);
  });

  it('becomes the new request’s once the server says that it still holds', async () => {
    const headers: HeaderList = [...allow('*', TAGGED), ['Vary', 'Origin'], ...FRESH];
    const server: Server = { [API]: { response: { headers } } };
    const { browser, sent } = openBrowser('chromium', server);
    await browser.fetch(request(API, { mode: 'no-cors' }), 1);
    server[API] = { response: { status: 304, headers } };
    for (const id of [2, 3]) expect((await browser.fetch(request(API), id)).response?.status).toBe(200);
    expect(sent).toHaveLength(2);
  });
});

describe('an answer that CORS refuses', () => {
  const refused = async (profile: BrowserName, status: number) => {
    const headers: HeaderList = [...FRESH, ['Location', PAGE]];
    const { browser, sent } = openBrowser(profile, { [API]: { response: { status, headers } } });
    for (const id of [1, 2])
      expect((await browser.fetch(request(API), id)).failure?.reason).toBe('allow-origin-missing');
    return sent.length === 1 ? 'kept' : 'gone';
  };

  it.each<[BrowserName, string, string]>([
    ['chromium', 'gone', 'kept'],
    ['firefox', 'kept', 'gone'],
    ['webkit', 'gone', 'kept'],
  ])('in %s is %s, and a redirect is %s', async (profile, answer, redirect) => {
    expect(await refused(profile, 200)).toBe(answer);
    expect(await refused(profile, 301)).toBe(redirect);
  });
});

describe('a redirect to the URL that it is of', () => {
  it.each<[BrowserName, string | undefined]>([
    ['chromium', 'cached'],
    ['firefox', 'asked'],
  ])('in %s is %s the next time', async (profile, cost) => {
    const headers: HeaderList = [...FRESH, ['Location', API]];
    expect(await second(profile, 302, headers, {}, {})).toBe(cost);
    expect(await second(profile, 302, headers, { redirect: 'manual' }, { redirect: 'manual' })).toBe(cost);
    const elsewhere: HeaderList = [...FRESH, ['Location', PAGE]];
    expect(await second(profile, 302, elsewhere, { redirect: 'manual' }, { redirect: 'manual' })).toBe('cached');
  });
});

describe('the HTTP cache, method by method', () => {
  it.each<[BrowserName, string[], string[]]>([
    ['chromium', ['GET', 'HEAD', 'GET'], ['asked', 'cached', 'cached']],
    ['chromium', ['HEAD', 'HEAD', 'GET'], ['asked', 'asked', 'asked']],
    ['firefox', ['GET', 'HEAD', 'GET'], ['asked', 'asked', 'cached']],
    ['firefox', ['HEAD', 'HEAD', 'GET'], ['asked', 'cached', 'asked']],
    ['webkit', ['GET', 'HEAD', 'GET'], ['asked', 'asked', 'asked']],
    ['chromium', ['GET', 'PUT', 'GET'], ['asked', 'asked', 'cached']],
    ['firefox', ['GET', 'PUT', 'GET'], ['asked', 'asked', 'asked']],
    ['chromium', ['GET', 'DELETE', 'GET'], ['asked', 'asked', 'asked']],
    ['chromium', ['GET', 'PURGE', 'GET'], ['asked', 'asked', 'cached']],
    ['webkit', ['GET', 'PURGE', 'GET'], ['asked', 'asked', 'asked']],
  ])('%s: %j', async (profile, methods, expected) => {
    expect(await costs(profile, 200, FRESH, ...methods.map((method) => ({ method })))).toEqual(expected);
  });

  it('forgets in Chromium what a PUT with a body has replaced', async () => {
    const body = new Uint8Array([1]);
    expect(await costs('chromium', 200, FRESH, {}, { method: 'PUT', body }, {})).toEqual(['asked', 'asked', 'asked']);
  });

  it('tells requests with credentials apart in Firefox alone', async () => {
    const asked: Asked[] = [{ mode: 'no-cors' }, { mode: 'no-cors', credentials: 'include' }];
    expect(await second('firefox', 200, FRESH, ...asked)).toBe('asked');
    expect(await second('chromium', 200, FRESH, ...asked)).toBe('cached');
    expect(await second('webkit', 200, FRESH, ...asked)).toBe('cached');
  });

  it('goes by what is stored where a redirect from the network leads in WebKit', async () => {
    const from = 'https://app.example.com/from';
    const server = {
      [from]: { response: { status: 302, headers: [['Location', PAGE]] as HeaderList } },
      [PAGE]: { response: { headers: FRESH } },
    };
    for (const [profile, expected] of [
      ['webkit', 3],
      ['chromium', 2],
    ] as const) {
      const { browser, sent } = openBrowser(profile, server);
      await browser.fetch(request(PAGE), 1);
      await browser.fetch(request(from), 2);
      expect(sent).toHaveLength(expected);
    }
  });
});

describe('an unsafe method that succeeds', () => {
  it('makes what is stored for the URLs that its answer names invalid in Firefox, on the same host', async () => {
    const [named, elsewhere] = [`${API}/7`, 'https://other.test/7'];
    const asked = async (profile: BrowserName, header: string, location: string) => {
      const preflight = { headers: allow('*', [['Access-Control-Allow-Methods', '*']]) };
      const stored = { response: { headers: allow('*', FRESH) } };
      const changed = { preflight, response: { status: 201, headers: allow('*', [[header, location]]) } };
      const { browser, sent } = openBrowser(profile, { [API]: changed, [named]: stored, [elsewhere]: stored });
      await browser.fetch(request(location), 1);
      await browser.fetch(request(API, { method: 'PUT' }), 2);
      await browser.fetch(request(location), 3);
      return sent.filter(({ url }) => url === location).length;
    };
    for (const header of ['Location', 'Content-Location']) {
      expect(await asked('firefox', header, named)).toBe(2);
      expect(await asked('firefox', header, elsewhere)).toBe(1);
      expect(await asked('chromium', header, named)).toBe(1);
    }
  });

  it.each<[BrowserName, number]>([
    ['standard', 1],
    ['chromium', 1],
    ['firefox', 2],
    ['webkit', 2],
  ])('or does not, makes what is stored for its URL invalid in %s: asked %i times', async (profile, times) => {
    const refuses = allow('*', [['Access-Control-Allow-Methods', '*']]);
    const server = {
      [API]: { preflight: { headers: refuses }, response: { status: 200, headers: allow('*', FRESH) } },
    };
    const { browser, sent } = openBrowser(profile, server);
    await browser.fetch(request(API), 1);
    server[API]!.response = { status: 404, headers: allow('*') };
    await browser.fetch(request(API, { method: 'DELETE' }), 2);
    await browser.fetch(request(API), 3);
    expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(times);
  });
});

describe('a Range that cannot be read', () => {
  it('passes the cache by in Chromium', async () => {
    const asked = (range: string): Asked => ({ url: PAGE, headers: [['Range', range]] });
    expect(await second('chromium', 302, FRESH, asked('bytes=0-'), asked('bytes=0-'))).toBe('cached');
    expect(await second('chromium', 302, FRESH, asked('bytes=9-2'), asked('bytes=9-2'))).toBe('asked');
  });
});

describe('a request that may use the cache only', () => {
  const asked = request(PAGE, { mode: 'same-origin', cache: 'only-if-cached' });

  it('meets a closed gate where nothing is stored, and never the server', async () => {
    const { browser, sent, trace } = openBrowser('chromium', { [PAGE]: { response: {} } });
    await browser.fetch(asked, 1);
    expect(trace.filter(({ verdict }) => verdict === 'fail').map(({ step, reason }) => [step, reason])).toEqual([
      ['http-cache-lookup', 'only-if-cached-miss'],
    ]);
    expect(sent).toEqual([]);
  });

  it('asks the server all the same in WebKit', async () => {
    const { browser, sent } = openBrowser('webkit', { [PAGE]: { response: {} } });
    await browser.fetch(asked, 1);
    expect(sent).toHaveLength(1);
  });
});
