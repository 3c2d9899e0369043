import { describe, expect, it } from 'vitest';
import { offered } from './nginx-completion';

const names = (before: string): string[] => offered(before, 'https://app.example.com').names.map(({ name }) => name);

describe('completing a configuration of nginx', () => {
  it.each([
    ['a directive where one may begin', 'server {\n  ', 'add_header', ''],
    ['a directive that is being typed', 'server {\n  listen 80;\n  pro', 'proxy_pass', 'pro'],
    ['the name of a header', 'add_header Access-', 'Access-Control-Allow-Origin', 'Access-'],
    ['the value of a header', 'add_header Access-Control-Allow-Origin ', 'https://app.example.com', ''],
    ['a member of a list in quotes', "add_header 'Access-Control-Allow-Methods' 'GET, PO", 'POST', 'PO'],
    ['a variable', 'if ($http_', '$http_origin', '$http_'],
  ])('offers %s', (_what, before, name, typed) => {
    expect(names(before)).toContain(name);
    expect(offered(before, '').typed).toBe(typed);
  });

  it('offers nothing in a comment, nor for arguments that it knows nothing about', () => {
    expect(names('# add_')).toEqual([]);
    expect(names('location /us')).toEqual([]);
  });
});
