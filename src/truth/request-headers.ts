/** Which request headers a recording says something about. */

import type { HeaderPair, Recording } from './recording';

/** Written by the browser because of what CORS, cookies, caches and referrer policy say. */
const SPEAKING = new Set([
  'authorization',
  'cache-control',
  'content-type',
  'cookie',
  'if-modified-since',
  'if-none-match',
  'origin',
  'pragma',
  'range',
  'referer',
]);
const SPEAKING_FAMILIES = ['access-control-', 'sec-fetch-'];

/** Every request has them, with a value that depends on the build: only a value that the page set counts. */
const BROWSERS_OWN = new Set(['accept', 'accept-encoding', 'accept-language', 'dnt', 'priority', 'user-agent']);
const NEVER = new Set(['connection', 'content-length', 'host']);

/** A function that keeps the headers to compare: lower-case names, repeated ones combined, sorted. */
export function comparedHeaders(recording: Recording): (headers: readonly HeaderPair[]) => HeaderPair[] {
  const left = new Set(recording.unrecorded?.requestHeaders);
  const byPage = new Map<string, string[]>();
  for (const { request } of recording.steps) {
    for (const [name, value] of request.headers ?? []) {
      const values = byPage.get(name.toLowerCase()) ?? [];
      byPage.set(name.toLowerCase(), [...values, value.trim()]);
    }
  }
  const counts = ([name, value]: HeaderPair): boolean => {
    if (NEVER.has(name) || left.has(name)) return false;
    if (BROWSERS_OWN.has(name)) return byPage.get(name)?.some((own) => own !== '' && value.includes(own)) ?? false;
    return byPage.has(name) || SPEAKING.has(name) || SPEAKING_FAMILIES.some((family) => name.startsWith(family));
  };
  return (headers) => combine(headers).filter(counts);
}

function combine(headers: readonly HeaderPair[]): HeaderPair[] {
  const combined = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = combined.get(key);
    combined.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return [...combined].sort(([one], [other]) => (one < other ? -1 : 1));
}
