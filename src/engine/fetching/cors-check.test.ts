import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../contract';
import { API, openBrowser, request } from '../testing/browser-under-test';

async function reasonFor(headers: HeaderList, credentials: 'include' | 'same-origin' = 'same-origin') {
  const { browser } = openBrowser('chromium', { [API]: { response: { headers } } });
  const { failure } = await browser.fetch(request(API, { credentials }), 1);
  return failure?.reason ?? 'allowed';
}

const origin = (value: string): HeaderList => [['Access-Control-Allow-Origin', value]];

describe('the CORS check', () => {
  it('lets the exact origin and the wildcard through', async () => {
    expect(await reasonFor(origin('https://app.example.com'))).toBe('allowed');
    expect(await reasonFor(origin('*'))).toBe('allowed');
  });

  it.each([
    ['HTTPS://APP.EXAMPLE.COM', 'allow-origin-mismatch'],
    ['https://app.example.com/', 'allow-origin-mismatch'],
    ['https://app.example.com:443', 'allow-origin-mismatch'],
    ['null', 'allow-origin-mismatch'],
    ['https://app.example.com https://b.test', 'allow-origin-multiple-values'],
    ['*, *', 'allow-origin-multiple-values'],
    ['', 'allow-origin-invalid'],
    ['"*"', 'allow-origin-invalid'],
    ['http://caf\xe9.example', 'allow-origin-invalid'],
  ])('refuses %j as %s', async (value, reason) => {
    expect(await reasonFor(origin(value))).toBe(reason);
  });

  it('names a missing header and two headers', async () => {
    expect(await reasonFor([])).toBe('allow-origin-missing');
    expect(await reasonFor([...origin('*'), ...origin('*')])).toBe('allow-origin-multiple-values');
  });

  it('asks for the origin itself and for `true` when credentials are included', async () => {
    const exact = origin('https://app.example.com');
    expect(await reasonFor(origin('*'), 'include')).toBe('allow-origin-wildcard-with-credentials');
    expect(await reasonFor(exact, 'include')).toBe('allow-credentials-not-true');
    expect(await reasonFor([...exact, ['Access-Control-Allow-Credentials', 'True']], 'include')).toBe(
      'allow-credentials-not-true',
    );
    expect(await reasonFor([...exact, ['Access-Control-Allow-Credentials', 'true']], 'include')).toBe('allowed');
  });

  it('traces both sides of what it compared', async () => {
    const { browser, trace } = openBrowser('chromium', { [API]: { response: { headers: origin('https://b.test') } } });
    await browser.fetch(request(API), 1);
    expect(trace.find(({ step }) => step === 'cors-check')).toMatchObject({
      verdict: 'fail',
      reason: 'allow-origin-mismatch',
      exchange: 1,
      compared: { left: { value: 'https://app.example.com' }, right: { value: 'https://b.test' }, holds: false },
    });
  });
});
