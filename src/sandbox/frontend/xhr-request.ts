/** The request that XMLHttpRequest's send() makes, and which headers of the answer it lets be read. */

import type { FilteredResponse, HeaderList, RequestRecord } from '@/engine';
import {
  getHeader,
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
  isHeaderName,
  isHeaderValue,
  normalizeHeaderValue,
  sortAndCombine,
} from '@/engine/infrastructure/headers';
import { isForbiddenMethod, isMethod } from '@/engine/infrastructure/methods';
import { type Caller, extractBody, refusal, speaker, toByteString, toDOMString } from '@/realm/web';
import { page } from './page-settings';

/**
 * The checks of https://xhr.spec.whatwg.org/#dom-xmlhttprequest-open, and the URL it opens.
 *
 * @throws DOMException
 */
export function toOpenedUrl(method: string, input: string, user: unknown, password: unknown): string {
  const caller = 'XMLHttpRequest.open';
  const { URL, url: base, unrestricted } = page();
  if (!isMethod(method)) throw refusal('xhr-invalid-method', caller, { method });
  if (isForbiddenMethod(method) && !unrestricted) throw refusal('xhr-forbidden-method', caller, { method });
  if (!URL.canParse(input, base)) throw refusal('xhr-invalid-url', caller, { url: input });
  const url = new URL(input, base);
  if (url.host !== '' && user !== undefined && user !== null) url.username = toDOMString(user);
  if (url.host !== '' && password !== undefined && password !== null) url.password = toDOMString(password);
  return url.href;
}

/** https://xhr.spec.whatwg.org/#dom-xmlhttprequest-send */
export function toRequestRecord(
  method: string,
  url: string,
  given: HeaderList,
  body: unknown,
  withCredentials: boolean,
): RequestRecord {
  const headers = given.map(([name, value]): [string, string] => [name, value]);
  const bodiless = method === 'GET' || method === 'HEAD' || body === null || body === undefined;
  const extracted = bodiless ? null : extractBody(body);
  const author = headers.find(([name]) => name.toLowerCase() === 'content-type');
  if (extracted) {
    if (author && extracted.type?.startsWith('text/plain')) author[1] = withUtf8(author[1]);
    else if (!author && extracted.type !== null) headers.push(['Content-Type', extracted.type]);
  }
  return {
    initiator: 'xhr',
    destination: '',
    method,
    url,
    headers,
    body: extracted?.bytes ?? null,
    mode: 'cors',
    credentials: withCredentials ? 'include' : 'same-origin',
    cache: 'default',
    redirect: 'follow',
    referrer: 'client',
    referrerPolicy: '',
    integrity: '',
    keepalive: false,
    useCorsPreflight: false,
    typeOfBody: author === undefined,
  };
}

/** Text is always sent as UTF-8, so a charset that says something else is corrected; by Chromium, whatever it says. */
function withUtf8(contentType: string): string {
  const writesAnew = speaker() === 'chromium';
  return contentType.replace(/(;\s*charset=)("?)([^;\s"]+)/i, (all, key: string, quote: string, charset: string) =>
    charset.toLowerCase() === 'utf-8' && !writesAnew ? all : `${key}${quote}UTF-8`,
  );
}

/** The byte string that argument `index` is. */
export function toArgument(given: readonly unknown[], index: number, caller: Caller): string {
  return toByteString(given[index], caller, { what: `argument ${index + 1}` });
}

/** @throws DOMException */
export function checkedHeaderValue(name: string, raw: string, caller: Caller): string {
  const value = normalizeHeaderValue(raw);
  if (!isHeaderName(name)) throw refusal('xhr-invalid-header-name', caller, { name });
  if (!isHeaderValue(value)) throw refusal('xhr-invalid-header-value', caller, { value });
  return value;
}

/** https://fetch.spec.whatwg.org/#concept-header-list-set-or-combine: the first spelling of the name stays. */
export function setCombined(headers: HeaderList, name: string, value: string): void {
  const present = headers.find(([other]) => other.toLowerCase() === name.toLowerCase());
  if (present) present[1] = `${present[1]}, ${value}`;
  else headers.push([name, value]);
}

/** Whether asking for the header is no reason for a complaint. */
export function isExposed(response: FilteredResponse, name: string): boolean {
  if (isForbiddenResponseHeaderName(name)) return false;
  if (response.type !== 'cors' || isCorsSafelistedResponseHeaderName(name)) return true;
  return getHeader(response.headers, name.toLowerCase()) !== null;
}

/** https://xhr.spec.whatwg.org/#the-getallresponseheaders()-method: sorted by the names in upper case. */
export function allHeaders(headers: HeaderList): string {
  return sortAndCombine(headers)
    .sort(([a], [b]) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1))
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}
