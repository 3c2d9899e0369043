import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '@/scenario/result';
import { exchange } from '@/scenario/testing/exchange';
import { asCurl, asFetch } from './as-command';

describe('an exchange as a command', () => {
  it('keeps method, headers and body for curl', () => {
    const requestHeaders: Exchange['requestHeaders'] = [
      ['Host', 'api.example.com'],
      ['Origin', 'https://app.example.com'],
      ['X-Empty', ''],
    ];
    expect(asCurl(exchange({ method: 'PUT', requestHeaders, requestBody: "it's" }))).toBe(
      [
        'curl -X PUT https://api.example.com/users',
        "-H 'Origin: https://app.example.com'",
        "-H 'X-Empty;'",
        String.raw`--data-raw 'it'\''s'`,
        '-i',
      ].join(' \\\n  '),
    );
  });

  it('survives a shell, whatever stands in a value', () => {
    const safe = fc.string({ maxLength: 30 }).filter((text) => !/[\0\r\n]/.test(text) && text.trim() === text);
    fc.assert(
      fc.property(safe, safe, (value, requestBody) => {
        const command = asCurl(exchange({ method: 'POST', requestHeaders: [['X-A', `v${value}`]], requestBody }));
        const said = execFileSync('sh', ['-c', command.replace(/^curl/, String.raw`printf '%s\n'`)], {
          encoding: 'utf8',
        });
        expect(said.split('\n')).toEqual(
          expect.arrayContaining([`X-A: v${value}`, ...(requestBody === '' ? [] : [requestBody])]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('leaves to the browser what is the browser’s, for fetch', () => {
    const requestHeaders: Exchange['requestHeaders'] = [
      ['Origin', 'https://app.example.com'],
      ['Sec-Fetch-Mode', 'cors'],
      ['Cookie', 'a=1'],
      ['X-Trace', '42'],
    ];
    expect(asFetch(exchange({ requestHeaders }))).toBe(
      'await fetch("https://api.example.com/users", {\n  "headers": {\n    "X-Trace": "42"\n  },\n  "credentials": "include"\n});',
    );
    expect(asFetch(exchange({}))).toBe('await fetch("https://api.example.com/users");');
  });
});
