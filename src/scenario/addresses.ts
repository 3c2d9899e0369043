import { matching } from './checks';

const originPattern = /^[a-z][a-z0-9+.-]*:\/\/(\[[0-9a-f:.]+\]|[^\s/?#@\\:]+)(:\d{1,5})?$/i;

export function isUrl(text: string): boolean {
  return URL.canParse(text);
}

/** scheme://host[:port], with nothing behind it. */
export function isOrigin(text: string): boolean {
  return originPattern.test(text) && URL.canParse(text);
}

export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

export const url = matching('a URL such as https://app.example.com/', isUrl);
export const httpUrl = matching('an http: or https: URL such as https://api.example.com/', isHttpUrl);
export const origin = matching('an origin such as https://api.example.com (scheme://host[:port], no path)', isOrigin);
