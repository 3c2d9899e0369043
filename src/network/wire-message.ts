/**
 * An exchange as a real request under the page's own origin, so that it reads well in DevTools:
 * `PUT ./__net__/run-1/https/api.example.com/users`. The answer is always a 200 whose content is the reply's envelope:
 * a real 404 or 302 would be acted on, and reported, by the browser that the page runs in.
 */

import type { HttpRequest } from '@/engine';

/** On each answer that comes from the wire, and not from the server the page was loaded from. */
export const MARK = 'x-wire';
const REQUEST = 'x-wire-request';
const REPLY = 'x-wire-reply';

/** The folder that the service worker has to itself. */
export const FOLDER = '__net__/';

/** fetch() refuses these. */
const NOT_FOR_SCRIPTS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);
/** fetch() gives these no body: the envelope stands in a header. */
const BODYLESS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

export interface WireMessage {
  url: string;
  init: { method: string; headers: Record<string, string>; body?: string };
}

/** @param base the address that the folder `__net__/` is below */
export function toWireMessage(request: HttpRequest, envelope: string, run: string, base: string): WireMessage {
  const { protocol, host, pathname, search } = new URL(request.url);
  const path = `${FOLDER}${run}/${protocol.slice(0, -1)}/${host}${pathname}${search}`;
  const method = NOT_FOR_SCRIPTS.has(request.method.toUpperCase()) ? 'POST' : request.method;
  const url = new URL(path, base).href;
  if (BODYLESS.has(method)) return { url, init: { method, headers: { [REQUEST]: envelope } } };
  return { url, init: { method, headers: { 'content-type': 'application/json' }, body: envelope } };
}

/** The envelope that a request on the wire carries. */
export async function envelopeOf(request: Request): Promise<string> {
  return request.headers.get(REQUEST) ?? (await request.text());
}

/** What the answer to a request on the wire consists of. A HEAD's has no body, so its reply stands in a header. */
export function toWireAnswer(
  method: string,
  envelope: string,
): { body: string | null; headers: Record<string, string> } {
  const headers = { [MARK]: '1', 'content-type': 'application/json', 'cache-control': 'no-store' };
  return method === 'HEAD' ? { body: null, headers: { ...headers, [REPLY]: envelope } } : { body: envelope, headers };
}

/** The reply's envelope; null where the answer does not come from the wire, or no run is there to reply. */
export async function replyOf(response: Response): Promise<string | null> {
  if (response.headers.get(MARK) !== '1' || response.status !== 200) return null;
  return response.headers.get(REPLY) ?? (await response.text());
}
