import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../contract';
import { API, openBrowser, request } from '../testing/browser-under-test';
import { ask, ORIGIN, sentHeader } from './ask';

const allowOrigin = (...values: string[]): HeaderList =>
  values.map((value) => ['Access-Control-Allow-Origin', value] as [string, string]);

describe('Access-Control-Allow-Origin lets the page read', () => {
  it.each(['*', ORIGIN])('with the value %j', async (value) => {
    const { verdict, sent } = await ask({}, { response: { headers: allowOrigin(value) } });
    expect(verdict).toBe('allowed');
    expect(sentHeader(sent[0], 'origin')).toBe(ORIGIN);
  });
});

describe('Access-Control-Allow-Origin does not let the page read', () => {
  const host = 'app.example.com';
  it.each([
    `https://www.${host}`,
    `//${host}`,
    `://${host}`,
    `ftp://${host}`,
    `http://${host}`,
    `http:://${host}`,
    `https:/${host}`,
    `https:${host}`,
    host,
    `${ORIGIN}?`,
    `${ORIGIN}/`,
    `${ORIGIN} /`,
    `${ORIGIN}#`,
    `${ORIGIN}%23`,
    `${ORIGIN}:80`,
    `${ORIGIN}:443`,
    `${ORIGIN}, *`,
    `${ORIGIN}\0`,
    ORIGIN.toUpperCase(),
    `HTTPS://${host}`,
    '-',
    '**',
    '\0*',
    '*\0',
    "'*'",
    '"*"',
    '* *',
    '* null',
    '*https://*',
    `*${ORIGIN}`,
    `* ${ORIGIN}`,
    `*, ${ORIGIN}`,
    `\0${ORIGIN}`,
    `null ${ORIGIN}`,
    'http://example.net',
    'null',
    'null *',
    '',
    `${ORIGIN}/page.html`,
    'https://api.example.com',
    'example.com',
    '.example.com',
    '*.example.com',
    'https://example.com',
    'https://.example.com',
    'https://*.example.com',
  ])('with the value %j', async (value) => {
    const { verdict } = await ask({}, { response: { headers: allowOrigin(value) } });
    expect(verdict).toMatch(/^allow-origin-(mismatch|invalid|multiple-values)$/);
  });

  it.each([
    [['', '*']],
    [['*', '']],
    [['*', '*']],
    [['', ORIGIN]],
    [['*', ORIGIN]],
    [[ORIGIN, ORIGIN]],
    [['""', 'http://example.com', ORIGIN]],
    [['""', 'http://example.com', '*']],
    [['*', 'http://example.com', '*']],
    [['', 'http://example.com', 'https://example2.com']],
  ])('when it is given more than once: %j', async (values) => {
    const { verdict } = await ask({}, { response: { headers: allowOrigin(...values) } });
    expect(verdict).toBe('allow-origin-multiple-values');
  });

  it('when it is missing', async () => {
    expect((await ask({}, { response: {} })).verdict).toBe('allow-origin-missing');
  });
});

describe('another scheme, host or port is another origin', () => {
  const elsewhere = [
    'https://app.example.com:8443',
    'https://www1.app.example.com',
    'https://other.test',
    'https://other.test:8443',
  ];
  const methods = ['GET', 'POST', 'HEAD', 'PUT'];

  it.each(elsewhere.flatMap((origin) => methods.map((method) => [method, origin])))(
    '%s from %s is read only if it names the page’s origin',
    async (method, origin) => {
      const url = `${origin}/top.txt`;
      for (const [named, reason] of [
        [ORIGIN, null],
        [origin, 'allow-origin-mismatch'],
      ] as const) {
        const headers: HeaderList = [...allowOrigin(named), ['Access-Control-Allow-Methods', method]];
        const { browser } = openBrowser('standard', { [url]: { preflight: { headers }, response: { headers } } });
        const { failure, response } = await browser.fetch(request(url, { method }), 1);
        expect(failure?.reason ?? null).toBe(reason);
        expect(response?.type ?? 'none').toBe(reason ? 'none' : 'cors');
      }
    },
  );

  it('another scheme is another origin, and one that an https page does not even ask', async () => {
    const url = 'http://app.example.com/top.txt';
    const server = { [url]: { response: { headers: allowOrigin('*') } } };
    const secure = await openBrowser('standard', server).browser.fetch(request(url), 1);
    expect(secure.failure?.reason).toBe('mixed-content');
    const upgrade = openBrowser('standard', { [API]: { response: {} } }, 'http://api.example.com/');
    expect((await upgrade.browser.fetch(request(API), 1)).failure?.reason).toBe('allow-origin-missing');
  });

  it.each(elsewhere)('from %s comes an opaque response under no-cors, whatever the server says', async (origin) => {
    const url = `${origin}/top.txt`;
    for (const headers of [[], allowOrigin('*')]) {
      const { browser } = openBrowser('standard', { [url]: { response: { headers, body: 'secret' } } });
      const { response } = await browser.fetch(request(url, { mode: 'no-cors' }), 1);
      expect(response).toMatchObject({ type: 'opaque', status: 0, statusText: '', body: null, headers: [] });
    }
  });

  it('the page’s own origin needs no header', async () => {
    const url = `${ORIGIN}/top.txt`;
    const { browser, sent } = openBrowser('standard', { [url]: { response: {} } });
    expect((await browser.fetch(request(url), 1)).response?.type).toBe('basic');
    expect(sentHeader(sent[0], 'origin')).toBeNull();
  });
});

describe('Access-Control-Allow-Credentials', () => {
  const withCredentials = (...values: string[]) =>
    ask(
      { credentials: 'include' },
      {
        response: {
          headers: [
            ...allowOrigin(ORIGIN),
            ...values.map((value): [string, string] => ['Access-Control-Allow-Credentials', value]),
          ],
        },
      },
    );

  it('lets the page read with the value true', async () => {
    expect((await withCredentials('true')).verdict).toBe('allowed');
  });

  it.each(['TRUE', 'True', '"true"', "'true'", 'false', '1', '0', ',true', 'true,', 'true\u000b', 'true\u000c', ''])(
    'does not let the page read with the value %j',
    async (value) => {
      expect((await withCredentials(value)).verdict).toBe('allow-credentials-not-true');
    },
  );

  it('does not let the page read when it is missing or given twice', async () => {
    expect((await withCredentials()).verdict).toBe('allow-credentials-not-true');
    expect((await withCredentials('true', 'true')).verdict).toBe('allow-credentials-not-true');
  });
});

describe('a page with an opaque origin', () => {
  const fromSandbox = async (url: string, headers: HeaderList) => {
    const { browser } = openBrowser('standard', { [url]: { response: { headers } } }, undefined, true);
    return (await browser.fetch(request(url), 1)).failure?.reason ?? 'allowed';
  };

  it('may not read what its URL’s own origin answers without CORS headers', async () => {
    expect(await fromSandbox(`${ORIGIN}/top.txt`, [])).toBe('allow-origin-missing');
    expect(await fromSandbox(`${ORIGIN}/top.txt`, allowOrigin(ORIGIN))).toBe('allow-origin-mismatch');
  });

  it.each(['null', '*'])('may read what names %s', async (value) => {
    expect(await fromSandbox(`${ORIGIN}/top.txt`, allowOrigin(value))).toBe('allowed');
  });

  it('may read a data: URL', async () => {
    expect(await fromSandbox('data:text/plain,top', [])).toBe('allowed');
  });
});
