import { describe, expect, it } from 'vitest';
import { headerContext } from './header-context';

describe('the header a string is about', () => {
  it.each([
    ["  res.header('Acc", { kind: 'name', typed: 'Acc' }],
    ['res.setHeader("', { kind: 'name', typed: '' }],
    ["    'Cont", { kind: 'name', typed: 'Cont' }],
    ["headers: { 'X-", { kind: 'name', typed: 'X-' }],
    ["response.headers.get('", { kind: 'name', typed: '' }],
    [
      "res.header('Access-Control-Allow-Methods', 'GET, P",
      { kind: 'value', header: 'Access-Control-Allow-Methods', typed: 'GET, P' },
    ],
    ["    'Content-Type': 'app", { kind: 'value', header: 'Content-Type', typed: 'app' }],
  ])('is seen at the end of %j', (line, context) => {
    expect(headerContext(line)).toEqual(context);
  });

  it.each(['', 'res.header(', "console.log('", "fetch('https://api", "const a = 'b'; ", "// res.header('"])(
    'is none at the end of %j',
    (line) => {
      expect(headerContext(line)).toBeUndefined();
    },
  );
});
