import { describe, expect, it } from 'vitest';
import { originOfPage } from './document-origin';

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
    expect(originOfPage(url)).toBe(origin);
  });

  it('is opaque where the document is sandboxed, or where there is no URL', () => {
    expect(originOfPage('https://app.example.com/', true)).toBe('null');
    expect(originOfPage('app.example.com')).toBe('null');
  });
});
