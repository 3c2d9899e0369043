import { describe, expect, it } from 'vitest';
import { CookieJar } from './cookie-jar';

const url = new URL('http://127.0.0.1/');
const seconds = Date.UTC(2026, 0, 1) / 1000;

/** As curl 7.88.1 wrote it. */
describe('the cookie jar of curl', () => {
  it.each([
    ['session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'Replaced cookie session=""'],
    ['session=; Path=/; Max-Age=0', 'Replaced cookie session=""'],
  ])('loses what a server deletes: %s', (line, says) => {
    const jar = new CookieJar();
    jar.store('session=1; Path=/', url, 0);
    expect(jar.for(url, 0)).toEqual(['session=1']);
    expect(jar.store(line, url, 0)).toBe(`${says} for domain 127.0.0.1, path /, expire 1`);
    expect(jar.for(url, 0)).toEqual([]);
    expect(jar.file(0)).not.toContain('session');
  });

  it('keeps the others until they end, and Max-Age counts before Expires', () => {
    const jar = new CookieJar();
    jar.store('a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', url, 2000);
    jar.store('b=1; Expires=Wed, 01 Jan 2031 00:00:00 GMT', url, 2000);
    expect(jar.for(url, 61_000)).toEqual(['a=1', 'b=1']);
    expect(jar.file(61_000)).toContain(`127.0.0.1\tFALSE\t/\tFALSE\t${seconds + 62}\ta\t1`);
    expect(jar.for(url, 62_000)).toEqual(['b=1']);
    expect(jar.file(62_000)).toContain('1924992000\tb\t1');
  });
});
