import { describe, expect, it } from 'vitest';
import type { CredentialsMode, HeaderList } from '../contract';
import { openBrowser, request, type Server } from '../testing/browser-under-test';
import { ORIGIN, sentHeader } from './ask';

const LOCAL = `${ORIGIN}/c`;
const REMOTE = 'https://api.example.com/c';
const REMOTE2 = 'https://other.example.com/c';

/** Answers that set a cookie, where `setting` names one for the URL, and allow everything. */
function server(setting: Record<string, string>): Server {
  return Object.fromEntries(
    [LOCAL, REMOTE, REMOTE2].map((url) => {
      const headers: HeaderList = [
        ['Access-Control-Allow-Origin', ORIGIN],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Access-Control-Allow-Headers', 'a'],
        ...(setting[url] ? [['Set-Cookie', setting[url]] as [string, string]] : []),
      ];
      return [url, { preflight: { headers }, response: { headers } }];
    }),
  );
}

/** The Cookie of the last of these requests. */
async function lastCookie(setting: Record<string, string>, ...asked: [url: string, credentials: CredentialsMode][]) {
  const { browser, sent } = openBrowser('standard', server(setting));
  for (const [index, [url, credentials]] of asked.entries()) {
    const { response } = await browser.fetch(request(url, { credentials }), index + 1);
    expect(response?.status).toBe(200);
    expect(response?.headers.some(([name]) => name === 'set-cookie')).toBe(false);
  }
  return sentHeader(sent.at(-1), 'cookie');
}

describe('cookies', () => {
  it('are neither taken nor sent with omit', async () => {
    expect(await lastCookie({ [LOCAL]: 'g=7' }, [LOCAL, 'omit'], [LOCAL, 'omit'])).toBeNull();
    expect(await lastCookie({ [LOCAL]: 'g=7' }, [LOCAL, 'omit'], [LOCAL, 'include'])).toBeNull();
  });

  it('of another origin are neither taken nor sent with same-origin', async () => {
    expect(await lastCookie({ [REMOTE]: 'f=6' }, [REMOTE, 'same-origin'], [REMOTE, 'include'])).toBeNull();
    expect(await lastCookie({ [REMOTE]: 'f=6' }, [REMOTE, 'include'], [REMOTE, 'same-origin'])).toBeNull();
  });

  it('are taken and sent with include', async () => {
    expect(await lastCookie({ [REMOTE]: 'a=1' }, [REMOTE, 'include'], [REMOTE, 'include'])).toBe('a=1');
    const through = [
      [REMOTE, 'include'],
      [REMOTE, 'same-origin'],
      [REMOTE, 'include'],
    ] as const;
    expect(
      await lastCookie({ [REMOTE]: 'a=1' }, ...through.map(([url, mode]) => [url, mode] as [string, CredentialsMode])),
    ).toBe('a=1');
  });

  it.each([
    [LOCAL, REMOTE],
    [REMOTE, LOCAL],
    [REMOTE, REMOTE2],
  ])('that %s has set do not go to %s', async (setter, reader) => {
    expect(await lastCookie({ [setter]: 'c=3' }, [setter, 'include'], [reader, 'include'])).toBeNull();
  });

  it.each([
    ['without', []],
    ['with', [['a', 'b']]],
  ] as [string, HeaderList][])('of the target go along on a redirect %s a preflight', async (_with, headers) => {
    const answers = server({ [REMOTE]: 'a=1', [REMOTE2]: 'a=2' });
    const { browser, sent } = openBrowser('standard', answers);
    for (const url of [REMOTE, REMOTE2]) await browser.fetch(request(url, { credentials: 'include' }), 1);
    const from = answers[REMOTE]?.response?.headers ?? [];
    const to: HeaderList = [
      ['Access-Control-Allow-Origin', 'null'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Headers', 'a'],
    ];
    answers[REMOTE] = { ...answers[REMOTE], response: { status: 301, headers: [...from, ['Location', REMOTE2]] } };
    answers[REMOTE2] = { preflight: { headers: to }, response: { headers: to } };
    const { failure } = await browser.fetch(request(REMOTE, { credentials: 'include', headers }), 3);
    expect(failure).toBeNull();
    expect(sentHeader(sent.at(-1), 'cookie')).toBe('a=2');
    const preflights = sent.filter(({ kind }) => kind === 'preflight');
    expect(preflights.map((message) => sentHeader(message, 'cookie'))).toEqual(headers.length > 0 ? [null, null] : []);
  });
});
