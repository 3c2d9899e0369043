import type { HeaderList } from '@/engine';
import type { ServerReply } from '../contract';
import { toHeaderBytes } from '../headers/header-bytes';
import { expiryHeaders } from './expires';
import { absoluteLocation } from './phases';
import type { NginxRequest } from './request';
import { statusText } from './status-words';
import { textOf, VERSION } from './variables';

export interface Content {
  status: number;
  /** The upstream's words, where it answered. */
  statusText?: string;
  /** '' for none. */
  type: string;
  body: Uint8Array;
  /** Where it is not that of the body, as for an answer to HEAD; CHUNKED where it is not said. */
  length?: string;
  /** Of a redirect of nginx's own. */
  location?: string;
  /** 1-based line of the directive that ended the response. */
  line?: number;
}

export const CHUNKED = 'chunked';

/** Statuses that add_header speaks of, unless it says `always`. */
const SAFE: ReadonlySet<number> = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);
const CHARSET_TYPES = /^(?:text\/(?:html|xml|plain|vnd\.wap\.wml)|application\/(?:javascript|rss\+xml))$/;

export const signatureOf = ({ place }: NginxRequest): string =>
  place.settings.serverTokens ? `nginx/${VERSION}` : 'nginx';

/** The answer as it goes to the client: the header filters, in nginx's order. */
export function toReply(content: Content, request: NginxRequest): ServerReply {
  const { settings } = request.place;
  const status = request.errorStatus || content.status;
  const isSwitch = status === 101;
  const isEmpty = status === 204 || status === 304 || isSwitch;
  const isChunked = content.length === CHUNKED;
  const hasBody = !isEmpty && request.method !== 'HEAD';
  const type = status === 204 ? '' : withCharset(content.type, settings.charset);
  // Where the upstream's own is to be passed on, it is that or none.
  const isUpstreams = request.upstream !== undefined && settings.proxyPassHeaders.includes('server');
  const own: [name: string, value: string | undefined][] = [
    ['Server', isUpstreams ? undefined : signatureOf(request)],
    ['Content-Type', type || undefined],
    [
      'Content-Length',
      status === 204 || isSwitch || isChunked ? undefined : (content.length ?? String(content.body.length)),
    ],
    ['Location', content.location === undefined ? undefined : absoluteLocation(content.location, request)],
    ['Transfer-Encoding', isChunked && hasBody ? 'chunked' : undefined],
    ['Connection', isSwitch ? 'upgrade' : undefined],
  ];
  request.ownHeaders = own.flatMap(([name, value]): HeaderList => (value === undefined ? [] : [[name, value]]));
  addHeaders(status, request);
  const headers: HeaderList = [
    ...request.ownHeaders,
    ...request.headers.map(({ name, value }): HeaderList[0] => [name, value]),
  ].map(toHeaderBytes);
  return {
    ok: true,
    response: {
      status,
      statusText: content.statusText !== undefined && !request.errorStatus ? content.statusText : statusText(status),
      headers,
      body: hasBody ? content.body : new Uint8Array(),
    },
    source: sourceOf(content, request),
  };
}

/** The answer says already what it is: these see that. */
function addHeaders(status: number, request: NginxRequest): void {
  const { addHeaders: added, expires } = request.place.settings;
  const isSafe = SAFE.has(status);
  if (isSafe && expires) request.headers.push(...expiryHeaders(expires, request));
  for (const { name, value, always, line } of added) {
    if (!isSafe && !always) continue;
    const text = textOf(request, value);
    if (text !== '') request.headers.push({ name, value: text, line });
  }
}

function withCharset(type: string, charset: string): string {
  return charset !== 'off' && CHARSET_TYPES.test(type) ? `${type}; charset=${charset}` : type;
}

function sourceOf({ line }: Content, request: NginxRequest) {
  const headers = request.headers.flatMap((each) =>
    each.line === undefined ? [] : [{ name: each.name, line: each.line }],
  );
  return { ...(line === undefined ? {} : { line }), ...(headers.length > 0 ? { headers } : {}) };
}
