import { describe, expect, it } from 'vitest';
import { parseSetCookie } from './chromium-cookies';
import { parseConsole } from './webkit-console';

describe("WebKit's console", () => {
  it('is told from what the libraries write; a line of another form goes on with the message', () => {
    expect(
      parseConsole([
        '(process:1): Gtk-WARNING **: nothing',
        'CONSOLE SECURITY ERROR Origin null is not allowed.',
        'https://app.example.com/:3:4: CONSOLE JS ERROR Fetch API cannot load',
        'over two lines',
        'libEGL warning: nothing',
        'CONSOLE SECURITY WARN [blocked]',
      ]),
    ).toEqual([
      { level: 'error', text: 'Origin null is not allowed.' },
      { level: 'error', text: 'Fetch API cannot load\nover two lines' },
      { level: 'warn', text: '[blocked]' },
    ]);
  });
});

describe('a cookie for DevTools', () => {
  it('has the attributes of its Set-Cookie', () => {
    expect(parseSetCookie('a=b=c; Path=/p; HttpOnly; samesite=none; Secure', 'https://a.test/')).toEqual({
      url: 'https://a.test/',
      name: 'a',
      value: 'b=c',
      path: '/p',
      httpOnly: true,
      sameSite: 'None',
      secure: true,
    });
  });
});
