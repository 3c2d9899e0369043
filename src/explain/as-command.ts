/** An exchange as something to run elsewhere. Loaded on demand. */

import { isForbiddenRequestHeader } from '@/engine';
import type { Exchange } from '@/scenario/result';

/** The message as it was sent, as one curl command for a POSIX shell. */
export function asCurl({ method, url, requestHeaders, requestBody }: Exchange): string {
  const isPlain = method === 'GET' && requestBody === '';
  const parts = [
    `curl ${isPlain ? '' : `-X ${quoted(method)} `}${quoted(url)}`,
    ...requestHeaders
      // curl makes these itself, from the address and the body
      .filter(([name]) => !ADDED.test(name))
      .map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(requestBody === '' ? [] : [`--data-raw ${quoted(requestBody)}`]),
    '-i',
  ];
  return parts.join(' \\\n  ');
}

/** As a POSIX shell reads it back; a carriage return would be lost on the way through an editor. */
function quoted(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!/\p{Cc}/u.test(text.replaceAll('\n', ''))) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = (character: string): string =>
    /['\\]/.test(character) ? `\\${character}` : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `$'${text.replace(/\p{Cc}|[\\']/gu, escaped)}'`;
}

/** What an okhttp client or curl adds by itself. */
const ADDED = /^(host|connection|content-length|accept-encoding)$/i;

/**
 * What code asked for, as curl is asked for it.
 *
 * @param exchange of a client that adds nothing of its own: its headers are those of the code
 * @param inBrowser the same request of a browser, with what that adds for the server to judge by: Origin and cookies
 */
export function asCurlOfCode(exchange: Exchange, inBrowser: readonly Exchange[]): string {
  const { method, url, requestHeaders, requestBody } = exchange;
  const origin = valueOf(inBrowser, 'origin');
  const cookie = valueOf(inBrowser, 'cookie');
  const implied = requestBody === '' ? 'GET' : 'POST';
  const options = [
    ...(method === 'HEAD' ? ['-I'] : method === implied ? [] : [`-X ${quoted(method)}`]),
    ...(inBrowser.filter(({ kind }) => kind === 'actual').length > 1 ? ['-L'] : []),
    ...(origin === undefined ? [] : [`-H ${quoted(`Origin: ${origin}`)}`]),
    ...requestHeaders
      .filter(([name, value]) => !ADDED.test(name) && !value.startsWith('okhttp/'))
      .filter(([name]) => valueOf(inBrowser, name.toLowerCase()) === undefined || !/^(origin|cookie)$/i.test(name))
      .map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(cookie === undefined ? [] : [`-b ${quoted(cookie)}`]),
    ...(requestBody === '' ? [] : [`--data-raw ${quoted(requestBody)}`]),
  ];
  return `${[`curl -i ${quoted(url)}`, ...options].join(' \\\n  ')}\n`;
}

function valueOf(exchanges: readonly Exchange[], wanted: string): string | undefined {
  const headers = exchanges.flatMap(({ requestHeaders }) => requestHeaders);
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** The request as code asks for it: without the headers that browsers keep to themselves. */
export function asFetch({ method, url, requestHeaders, requestBody }: Exchange): string {
  const own = requestHeaders.filter(
    ([name, value]) =>
      !isForbiddenRequestHeader(name, value) &&
      !/^(user-agent|sec-|accept-language$|priority$)/i.test(name) &&
      !(name.toLowerCase() === 'accept' && value === '*/*'),
  );
  const init = {
    ...(method === 'GET' ? {} : { method }),
    ...(own.length === 0 ? {} : { headers: Object.fromEntries(own) }),
    ...(requestHeaders.some(([name]) => /^cookie$/i.test(name)) ? { credentials: 'include' } : {}),
    ...(requestBody === '' ? {} : { body: requestBody }),
  };
  const rest = Object.keys(init).length === 0 ? '' : `, ${JSON.stringify(init, null, 2)}`;
  return `await fetch(${JSON.stringify(url)}${rest});`;
}
