/**
 * What `document.cookie` says right after code set a cookie, until the simulated browser, which decides, tells what it says.
 *
 * @param now milliseconds since 1970
 */
export function applyCookie(before: string, setting: string, now: number): string {
  const [pair = '', ...attributes] = setting.split(';').map((part) => part.trim());
  const name = pair.includes('=') ? pair.slice(0, pair.indexOf('=')).trim() : '';
  const others = before.split('; ').filter((other) => other !== '' && nameOf(other) !== name);
  const ends = attributes.some((attribute) => isOver(attribute, now));
  return ends ? others.join('; ') : [...others, pair].join('; ');
}

function nameOf(pair: string): string {
  return pair.includes('=') ? pair.slice(0, pair.indexOf('=')) : '';
}

function isOver(attribute: string, now: number): boolean {
  const [key = '', value = ''] = attribute.split(/=(.*)/s);
  if (/^max-age$/i.test(key)) return Number(value) <= 0;
  return /^expires$/i.test(key) && Date.parse(value) <= now;
}
