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

/** As a POSIX shell reads it back; a line break of a body must not be taken for one of the text. */
function quoted(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!/[\x00-\x1f]/.test(text.replaceAll('\n', ''))) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = text.replace(/[\\']/g, String.raw`\$&`);
  const code = (character: string): string => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `$'${escaped.replace(/[\x00-\x1f]/g, code)}'`;
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
