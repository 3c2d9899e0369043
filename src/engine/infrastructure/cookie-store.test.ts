import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  STANDARD_COOKIE_RULES,
  acceptCookie,
  cookieString,
  matchingCookies,
  withCookie,
  type CookieContext,
} from './cookie-store';
import type { StoredCookie } from '../contract';
import { parseSetCookie } from './set-cookie';
import { parseUrl, type ParsedUrl } from './urls';

const context = (url: string, changes: Partial<CookieContext> = {}): CookieContext => ({
  url: parseUrl(url) as ParsedUrl,
  now: 0,
  sameSite: true,
  partition: null,
  onlyPartitioned: false,
  defaultIsLax: true,
  fromScript: false,
  secureTransport: url.startsWith('https:'),
  rules: STANDARD_COOKIE_RULES,
  ...changes,
});

const accept = (
  line: string,
  at = context('https://api.example.com/v1/items'),
  cookies: readonly StoredCookie[] = [],
) => {
  const cookie = parseSetCookie(line);
  return 'unreadable' in cookie ? 'not a cookie' : acceptCookie(cookie, at, cookies);
};

describe('Set-Cookie', () => {
  it('gives name, value and attributes, in any case and with spaces', () => {
    expect(parseSetCookie('sid = 1 ; SAMESITE=none; secure ;Path=/a; Max-Age=60')).toMatchObject({
      name: 'sid',
      value: '1',
      sameSite: 'none',
      secure: true,
      path: '/a',
      maxAge: 60,
    });
  });

  it.each([
    ['', 'empty'],
    ['=', 'empty'],
    ['a=1\u0000', 'value-characters'],
    [`a=${'x'.repeat(5000)}`, 'too-big'],
  ])('%j is ignored: %s', (line, unreadable) => {
    expect(parseSetCookie(line)).toMatchObject({ unreadable });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(() => parseSetCookie(line)).not.toThrow();
      }),
    );
  });
});

describe('a cookie is refused', () => {
  it.each([
    ['a=1; SameSite=None', 'none-without-secure'],
    ['a=1; Domain=other.test', 'domain-mismatch'],
    ['__Host-a=1; Secure', 'name-prefix'],
    ['__Secure-a=1; SameSite=None', 'none-without-secure'],
    ['a=1; Partitioned', 'partitioned-without-secure'],
  ])('%s, for %s', (line, why) => {
    expect(accept(line)).toBe(why);
  });

  it('with Secure over http, and without SameSite=None from another site', () => {
    expect(accept('a=1; Secure', context('http://api.example.com/'))).toBe('secure-over-http');
    expect(accept('a=1', context('https://api.example.com/', { sameSite: false }))).toBe('cross-site');
    expect(accept('a=1', context('https://api.example.com/', { sameSite: false, defaultIsLax: false }))).toMatchObject({
      name: 'a',
    });
  });
});

describe('a cookie that is there already', () => {
  const stored = (line: string, at?: CookieContext) => [accept(line, at) as StoredCookie];
  const script = context('https://api.example.com/v1/items', { fromScript: true });
  const insecure = context('http://api.example.com/v1/items');

  it('for servers alone is not replaced or deleted by script', () => {
    const session = stored('session=1; HttpOnly');
    expect(accept('session=2', script, session)).toBe('http-only-exists');
    expect(accept('session=; Max-Age=0', script, session)).toBe('http-only-exists');
    expect(accept('session=2', context('https://api.example.com/v1/items'), session)).toMatchObject({ value: '2' });
  });

  it('for servers alone leaves other names and paths to script', () => {
    const session = stored('session=1; HttpOnly');
    expect(accept('other=2', script, session)).toMatchObject({ value: '2' });
    expect(accept('session=2; Path=/', script, session)).toMatchObject({ value: '2' });
  });

  it('with Secure is not overlaid over http, under its path or for a domain that has it', () => {
    const secure = stored('sid=1; Secure; Path=/v1');
    for (const line of ['sid=2; Path=/v1', 'sid=2; Path=/v1/items', 'sid=2; Path=/v1; Domain=example.com']) {
      expect(accept(line, insecure, secure)).toBe('secure-exists');
    }
    expect(accept('sid=2; Path=/', insecure, secure)).toMatchObject({ value: '2' });
    expect(accept('sid=2; Path=/v1', context('https://api.example.com/'), secure)).toMatchObject({ value: '2' });
  });
});

describe('Domain', () => {
  it('that is a public suffix and the host itself makes the cookie host-only', () => {
    expect(accept('a=1; Domain=github.io', context('https://github.io/'))).toMatchObject({ hostOnly: true });
    expect(accept('a=1; Domain=me.github.io', context('https://me.github.io/'))).toMatchObject({ hostOnly: false });
    expect(accept('a=1; Domain=github.io', context('https://me.github.io/'))).toBe('public-suffix');
  });
});

describe('the cookie store', () => {
  const stored = (lines: string[]) =>
    lines.reduce<ReturnType<typeof withCookie>>((cookies, line) => {
      const cookie = accept(line);
      return typeof cookie === 'string' ? cookies : withCookie(cookies, cookie, 0);
    }, []);
  const sent = (lines: string[], at: CookieContext) => cookieString(matchingCookies(stored(lines), at));

  it('gives the longest path first', () => {
    expect(sent(['a=1; Path=/', 'b=2; Path=/v1'], context('https://api.example.com/v1/items'))).toBe('b=2; a=1');
  });

  it('gives only SameSite=None to requests from another site', () => {
    const at = context('https://api.example.com/v1/', { sameSite: false });
    expect(sent(['a=1; Path=/', 'b=2; Path=/; SameSite=None; Secure', 'c=3; Path=/; SameSite=Strict'], at)).toBe('b=2');
  });

  it('gives host-only cookies to their host alone', () => {
    const lines = ['a=1; Path=/', 'b=2; Path=/; Domain=example.com'];
    expect(sent(lines, context('https://www.example.com/'))).toBe('b=2');
  });

  it('replaces a cookie of the same name, and drops one that has expired', () => {
    expect(sent(['a=1; Path=/', 'a=2; Path=/'], context('https://api.example.com/'))).toBe('a=2');
    expect(sent(['a=1; Path=/', 'a=; Path=/; Max-Age=0'], context('https://api.example.com/'))).toBe('');
  });
});

describe('cookies whose paths are equally long', () => {
  it('stand in the order in which they came, but in WebKit the host’s own come first', () => {
    const at = context('https://app.example.com/x');
    const lines = ['i=1; Domain=example.com', 'a=2', 'c=3; Path=/x', 'k=4; Domain=app.example.com', 'b=5'];
    const cookies = lines.flatMap((line, created) => {
      const cookie = accept(line, { ...context('https://app.example.com/'), now: created });
      return typeof cookie === 'string' ? [] : [cookie];
    });
    const sent = (nearestFirst: boolean) =>
      cookieString(matchingCookies(cookies, { ...at, rules: { ...STANDARD_COOKIE_RULES, nearestFirst } }));
    expect(sent(false)).toBe('c=3; i=1; a=2; k=4; b=5');
    expect(sent(true)).toBe('c=3; k=4; a=2; b=5; i=1');
  });
});

describe('a cookie that takes the place of another', () => {
  it('stands where that stood', () => {
    const at = context('https://app.example.com/');
    const store = ['a=1', 'b=2', 'a=3'].reduce<StoredCookie[]>((cookies, line) => {
      const cookie = accept(line, at, cookies);
      return typeof cookie === 'string' ? cookies : withCookie(cookies, cookie, 0);
    }, []);
    expect(cookieString(matchingCookies(store, at))).toBe('a=3; b=2');
  });
});
