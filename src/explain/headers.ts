import type { HeaderList } from '@/engine';

/** The combined value of a header, or null where it is absent. `name` in lower case. */
export function headerValue(headers: HeaderList, name: string): string | null {
  const values = headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}

/** The members of a comma-separated header value. */
export function members(value: string | readonly string[] | null): string[] {
  if (value === null) return [];
  const text = typeof value === 'string' ? value : value.join(',');
  return text
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
}

/** Headers every browser sends by itself: they say nothing about what the code asked for. */
const BROWSERS_OWN =
  /^(accept|accept-encoding|accept-language|user-agent|host|connection|content-length|origin|referer|cache-control|pragma|priority|te|dnt|upgrade-insecure-requests|access-control-request-.*|sec-.*)$/;

/** Lower-case names of the request headers worth a label: those the code set, and cookies. */
export function tellingHeaders(headers: HeaderList): string[] {
  return [...new Set(headers.map(([name]) => name.toLowerCase()))].filter((name) => !BROWSERS_OWN.test(name));
}

/** `access-control-allow-origin` as it is usually written: `Access-Control-Allow-Origin`. */
export function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
