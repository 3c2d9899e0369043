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
      .filter(([name]) => !/^(host|connection|content-length|accept-encoding)$/i.test(name))
      .map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(requestBody === '' ? [] : [`--data-raw ${quoted(requestBody)}`]),
    '-i',
  ];
  return parts.join(' \\\n  ');
}

const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The request as code asks for it: without the headers that browsers keep to themselves. */
export function asFetch({ method, url, requestHeaders, requestBody }: Exchange): string {
  const own = requestHeaders.filter(
    ([name, value]) =>
      !isForbiddenRequestHeader(name, value) && !/^(user-agent|sec-|accept-language$|priority$)/i.test(name),
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
