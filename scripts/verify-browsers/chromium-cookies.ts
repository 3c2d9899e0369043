/** A Set-Cookie value as DevTools' Storage.setCookies takes it: as if `url` had been visited itself. */
export function parseSetCookie(text: string, url: string): Record<string, unknown> {
  const [pair = '', ...attributes] = text.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  const cookie: Record<string, unknown> = {
    url,
    path: '/',
    name: pair.slice(0, equals),
    value: pair.slice(equals + 1),
  };
  for (const attribute of attributes) {
    const [name = '', value = ''] = attribute.split('=');
    switch (name.toLowerCase()) {
      case 'path':
        cookie['path'] = value;
        break;
      case 'domain':
        cookie['domain'] = `.${value.replace(/^\./, '')}`;
        break;
      case 'secure':
        cookie['secure'] = true;
        break;
      case 'httponly':
        cookie['httpOnly'] = true;
        break;
      case 'samesite':
        cookie['sameSite'] = value.charAt(0).toUpperCase() + value.slice(1).toLowerCase();
        break;
      case 'max-age':
        cookie['expires'] = Math.floor(Date.now() / 1000) + Number(value);
        break;
      default:
        break;
    }
  }
  return { secure: false, ...cookie };
}
