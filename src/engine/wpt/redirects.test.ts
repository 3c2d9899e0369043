import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList, RequestRecord } from '../contract';
import { messages, openBrowser, PAGE, request, type Answer } from '../testing/browser-under-test';
import { ORIGIN, read, REDIRECTS, sentHeader } from './ask';

const PLACES = {
  local: 'https://app.example.com/to',
  remote: 'https://api.example.com/to',
  remote2: 'https://other.test/to',
};
type Place = keyof typeof PLACES;

const allowOrigin = (value: string | null): HeaderList =>
  value === null ? [] : [['Access-Control-Allow-Origin', value]];

interface Hop {
  at: Place;
  /** Access-Control-Allow-Origin; null: none. */
  allow: string | null;
  more?: HeaderList;
}

/** From the first place to the second, `/from` on the one and `/to` on the other. */
async function redirected(
  first: Hop,
  second: Hop,
  {
    status = 302,
    location = PLACES[second.at],
    profile = 'standard',
    ...changes
  }: Partial<RequestRecord> & {
    status?: number;
    location?: string;
    profile?: BrowserName;
  } = {},
) {
  const from = PLACES[first.at].replace('/to', '/from');
  const headers: HeaderList = [...allowOrigin(first.allow), ...(first.more ?? [])];
  const answer: Answer = { headers: [...allowOrigin(second.allow), ...(second.more ?? [])] };
  const opened = openBrowser(profile, {
    [from]: { preflight: { headers }, response: { status, headers: [...headers, ['Location', location]] } },
    [PLACES[second.at]]: { preflight: answer, response: answer },
  });
  const { response, failure } = await opened.browser.fetch(request(from, changes), 1);
  return { ...opened, response, verdict: failure?.reason ?? 'allowed', last: opened.sent.at(-1) };
}

describe('the Origin of a redirected request', () => {
  const from = ORIGIN;
  const remote = 'https://api.example.com';
  const rows: [Place, string | null, Place, string | null, origin: string | null][] = [];
  for (const allowed of ['*', from]) {
    rows.push(['local', allowed, 'remote', '*', from], ['local', allowed, 'remote', from, from]);
    rows.push(['local', allowed, 'remote', 'null', null], ['local', allowed, 'remote', null, null]);
    rows.push(['remote', allowed, 'local', '*', 'null'], ['remote', allowed, 'local', from, null]);
    rows.push(['remote', allowed, 'local', 'null', 'null'], ['remote', allowed, 'local', null, null]);
    rows.push(['remote', allowed, 'remote', '*', from], ['remote', allowed, 'remote', from, from]);
    rows.push(['remote', allowed, 'remote', 'null', null], ['remote', allowed, 'remote', null, null]);
    rows.push(['remote', allowed, 'remote2', '*', 'null'], ['remote', allowed, 'remote2', from, null]);
    rows.push(['remote', allowed, 'remote2', 'null', 'null'], ['remote', allowed, 'remote2', null, null]);
  }
  for (const refused of ['null', null]) {
    rows.push(['local', refused, 'remote', '*', from], ['remote', refused, 'local', '*', null]);
    rows.push(['remote', refused, 'remote', '*', null], ['remote', refused, 'remote2', '*', null]);
  }
  rows.push(['remote', '*', 'remote', remote, null], ['remote', '*', 'remote2', remote, null]);
  rows.push(['remote', remote, 'remote', '*', null]);

  it.each(rows)(
    'from %s (allows %s) to %s (allows %s) is %s; null: not readable',
    async (a, first, b, second, origin) => {
      const { verdict, last } = await redirected({ at: a, allow: first }, { at: b, allow: second });
      const seen = verdict.startsWith('allow-origin-') ? null : [verdict, sentHeader(last, 'origin')];
      expect(seen).toEqual(origin === null ? null : ['allowed', origin]);
    },
  );

  it.each(REDIRECTS)('does not depend on the status %i, and a safelisted method needs no preflight', async (status) => {
    const origins = [];
    for (const method of ['GET', 'POST']) {
      for (const [a, b] of [
        ['local', 'remote'],
        ['remote', 'remote'],
        ['remote', 'local'],
        ['remote', 'remote2'],
      ] as const) {
        const { last, sent } = await redirected({ at: a, allow: '*' }, { at: b, allow: '*' }, { status, method });
        expect(sent).toHaveLength(2);
        origins.push(sentHeader(last, 'origin'));
      }
    }
    expect(origins).toEqual([from, from, 'null', 'null', from, from, 'null', 'null']);
  });

  it.each(REDIRECTS)('is not sent within the page’s own origin with GET after %i', async (status) => {
    const { last } = await redirected({ at: 'local', allow: null }, { at: 'local', allow: null }, { status });
    expect(sentHeader(last, 'origin')).toBeNull();
  });
});

describe('a redirected request that needs a preflight', () => {
  const headers: HeaderList = [['x-w3c', 'test']];
  const more: HeaderList = [['Access-Control-Allow-Headers', 'x-w3c']];
  const roads: [Place, Place][] = [
    ['local', 'remote'],
    ['remote', 'local'],
    ['remote', 'remote'],
    ['remote', 'remote2'],
  ];
  it.each(REDIRECTS.flatMap((status) => roads.map(([a, b]) => [status, a, b] as const)))(
    '%i from %s to %s asks at the target, too',
    async (status, a, b) => {
      const to = { at: b, allow: '*' };
      const { verdict, sent } = await redirected({ at: a, allow: '*', more }, { ...to, more }, { status, headers });
      expect(verdict).toBe('allowed');
      expect(messages(sent).slice(-2)).toEqual([`OPTIONS ${PLACES[b]}`, `GET ${PLACES[b]}`]);
      const refused = await redirected({ at: a, allow: '*', more }, to, { status, headers });
      expect(refused.verdict).toBe('header-not-allowed');
      expect(messages(refused.sent).at(-1)).toBe(`OPTIONS ${PLACES[b]}`);
    },
  );
});

describe('a redirect to a URL with a user or a password', () => {
  const roads: [Place, Place][] = [
    ['local', 'remote'],
    ['remote', 'local'],
    ['remote', 'remote'],
    ['remote', 'remote2'],
  ];
  const withUser = (place: Place, user: string) => PLACES[place].replace('://', `://${user}@`);

  it.each(
    roads.flatMap((road) => ['user:password', 'user:', 'user', ':password'].map((user) => [...road, user] as const)),
  )('from %s to %s with %s is not followed', async (a, b, user) => {
    for (const status of REDIRECTS) {
      const location = withUser(b, user);
      const { verdict, sent } = await redirected({ at: a, allow: '*' }, { at: b, allow: '*' }, { status, location });
      expect([verdict, sent.length]).toEqual(['redirect-url-has-credentials', 1]);
    }
  });

  it.each(['', ':'])('is followed where nothing stands before the @ but %j', async (user) => {
    const location = withUser('remote', user);
    const { verdict } = await redirected({ at: 'local', allow: null }, { at: 'remote', allow: '*' }, { location });
    expect(verdict).toBe('allowed');
  });
});

describe('the method after a redirect', () => {
  const body = new Uint8Array([1, 2]);
  const bodyHeaders: HeaderList = [
    ['Content-Encoding', 'Identity'],
    ['Content-Language', 'en-US'],
    ['Content-Location', 'foo'],
    ['Content-Type', 'text/plain;charset=UTF-8'],
  ];
  it.each([
    [301, 'GET', 'GET'],
    [301, 'POST', 'GET'],
    [301, 'HEAD', 'HEAD'],
    [302, 'GET', 'GET'],
    [302, 'POST', 'GET'],
    [302, 'HEAD', 'HEAD'],
    [303, 'GET', 'GET'],
    [303, 'POST', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [303, 'TESTING', 'GET'],
    [307, 'GET', 'GET'],
    [307, 'POST', 'POST'],
    [307, 'HEAD', 'HEAD'],
    [308, 'POST', 'POST'],
  ])('%i turns %s into %s, and a body goes on only with POST', async (status, method, expected) => {
    const changes = method === 'POST' ? { body, headers: bodyHeaders } : {};
    const at = { at: 'local', allow: null } as const;
    const { response, last } = await redirected(at, at, { status, method, ...changes });
    expect(response).toMatchObject({ status: 200, type: 'basic', redirected: true });
    expect(last?.method).toBe(expected);
    const kept = expected === 'POST';
    expect(last?.body ?? null).toEqual(kept ? body : null);
    for (const [name, value] of bodyHeaders) expect(sentHeader(last, name)).toBe(kept ? value : null);
    expect(sentHeader(last, 'content-length')).toBe(kept ? '2' : null);
  });
});

describe('redirect modes', () => {
  const modes = ['cors', 'no-cors'] as const;
  it.each(REDIRECTS.flatMap((status) => modes.map((mode) => [status, mode] as const)))(
    '%i under %s: follow leads on, error fails, manual hides',
    async (status, mode) => {
      for (const at of ['local', 'remote'] as const) {
        const hop = { at, allow: '*' };
        const follow = await redirected(hop, hop, { status, mode });
        const opaque = mode === 'no-cors' && at === 'remote';
        const seen = opaque ? { type: 'opaque', status: 0 } : { url: PLACES[at], status: 200 };
        expect(follow.response).toMatchObject(seen);
        const error = await redirected(hop, hop, { status, mode, redirect: 'error' });
        expect(error.response).toBeNull();
        const manual = await redirected(hop, hop, { status, mode, redirect: 'manual' });
        const hidden = { type: 'opaqueredirect', status: 0, statusText: '', headers: [] };
        const kept = { verdict: 'allowed', response: { ...hidden, url: PLACES[at].replace('/to', '/from') } };
        expect(manual).toMatchObject(opaque ? { verdict: 'no-cors-redirect-mode', response: null } : kept);
      }
    },
  );

  it.each(['mailto:a@a.com', 'data:,HI', 'facetime:a@a.org', 'about:blank', 'about:unicorn', 'blob:x', 'https://[/'])(
    'never lead to %s, and manual does not look at it',
    async (location) => {
      const at = { at: 'local', allow: null } as const;
      for (const status of REDIRECTS) {
        const { verdict } = await redirected(at, at, { status, location });
        expect(verdict).toMatch(/^redirect-(scheme-not-supported|location-invalid)$/);
        const manual = await redirected(at, at, { status, location, redirect: 'manual' });
        expect(manual.response?.type).toBe('opaqueredirect');
      }
    },
  );

  it.each(REDIRECTS)('%i without Location is an answer like any other to who follows', async (status) => {
    const { browser } = openBrowser('standard', { [PAGE]: { response: { status } } });
    const { response } = await browser.fetch(request(PAGE), 1);
    expect(response).toMatchObject({ status, type: 'basic' });
  });

  it.each(REDIRECTS)('twenty times %i is followed, twenty-one times is not', async (status) => {
    const chain = (length: number) => {
      const step = (index: number) => `https://app.example.com/${index}`;
      const server: Record<string, { response: Answer }> = { [step(length)]: { response: { body: 'end' } } };
      for (let index = 0; index < length; index += 1) {
        server[step(index)] = { response: { status, headers: [['Location', step(index + 1)]] } };
      }
      return openBrowser('standard', server).browser.fetch(request(step(0)), 1);
    };
    expect((await chain(20)).response?.status).toBe(200);
    expect((await chain(21)).failure?.reason).toBe('redirect-too-many');
  });

  it('lead back to the page’s origin as they would elsewhere', async () => {
    const away = { at: 'remote', allow: '*' } as const;
    const home = { at: 'local', allow: '*' } as const;
    expect((await redirected(away, home, { status: 303, mode: 'no-cors' })).response?.type).toBe('opaque');
    expect((await redirected(away, home, { status: 303 })).response?.type).toBe('cors');
  });
});

describe('the Referer after a redirect from the page’s origin', () => {
  const origin = `${ORIGIN}/`;
  it.each<[policy: string, same: string | null, cross: string | null]>([
    ['unsafe-url', PAGE, PAGE],
    ['no-referrer-when-downgrade', PAGE, PAGE],
    ['same-origin', PAGE, null],
    ['origin', origin, origin],
    ['origin-when-cross-origin', PAGE, origin],
    ['no-referrer', null, null],
    ['strict-origin', origin, origin],
    ['strict-origin-when-cross-origin', PAGE, origin],
  ])('under %s is %s, and %s at another origin, whoever asks for that policy', async (policy, same, cross) => {
    for (const [at, expected] of [
      ['local', same],
      ['remote', cross],
    ] as const) {
      const to = { at, allow: '*' };
      const byRedirect: Hop = { at: 'local', allow: null, more: [['Referrer-Policy', policy]] };
      const first = await redirected(byRedirect, to);
      const second = await redirected({ at: 'local', allow: null }, to, { referrerPolicy: policy });
      expect([sentHeader(first.last, 'referer'), sentHeader(second.last, 'referer')]).toEqual([expected, expected]);
      expect(read(first.response, 'x-none')).toBeNull();
    }
  });
});
