import { describe, expect, it } from 'vitest';
import { documentOrigin } from './origins';
import { parseUrl } from './urls';

describe('the origin of a document', () => {
  it.each([
    ['https://app.example.com/a', 'https://app.example.com'],
    ['https://localhost/', 'https://localhost'],
    ['http://localhost:8100/', 'http://localhost:8100'],
    ['capacitor://localhost/index.html', 'capacitor://localhost'],
    ['ionic://localhost', 'ionic://localhost'],
    ['app://bundle:81/x', 'app://bundle:81'],
    ['file:///index.html', 'null'],
    ['file:///android_asset/www/index.html', 'null'],
    ['about:blank', 'null'],
    ['data:text/html,x', 'null'],
  ])('%s has %s', (url, origin) => {
    const parsed = parseUrl(url);
    expect(parsed && documentOrigin(parsed)).toBe(origin);
  });
});
