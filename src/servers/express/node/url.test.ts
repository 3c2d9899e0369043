import nodeUrl from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from './url';

describe('parse of a URL', () => {
  it.each([
    '/users?a=1&a=2&b=%C3%A9+x#top',
    '/users',
    '*',
    '/a//b?',
    'https://user:pw@api.example.com:8443/x/y?q=1',
    'http://localhost',
  ])('takes %s apart as Node does', (text) => {
    const { pathname, search, query, host, hostname, port, protocol, auth, hash } = nodeUrl.parse(text, true);
    expect(parse(text, true)).toMatchObject({ pathname, search, host, hostname, port, protocol, auth, hash });
    expect({ ...(parse(text, true).query as object) }).toEqual({ ...query });
  });
});
