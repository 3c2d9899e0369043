/** https://fetch.spec.whatwg.org/#response-class */

import type { FilteredResponse, ResponseType } from '@/engine';
import { getHeader } from '@/engine/infrastructure/headers';
import { PREVIEW } from '../runtime/format-value';
import { Body, bodyBytes, extractBody, isUnusable, setBody } from './body';
import { createHeaders, fillHeaders, type Guard, Headers, headerList, toHeaderPairs } from './headers';
import { toDOMString } from './web-idl';
import { refusal } from './words';

interface State {
  type: ResponseType;
  status: number;
  statusText: string;
  url: string;
  redirected: boolean;
  headers: Headers;
}

const NULL_BODY_STATUS = [101, 103, 204, 205, 304];
const REDIRECT_STATUS = [301, 302, 303, 307, 308];

const states = new WeakMap<Response, State>();

function stateOf(response: Response): State {
  const state = states.get(response);
  if (!state) throw new TypeError('Illegal invocation');
  return state;
}

interface ResponseInit {
  status?: unknown;
  statusText?: unknown;
  headers?: unknown;
}

export class Response extends Body {
  constructor(body: unknown = null, init: ResponseInit = {}) {
    super();
    const status = init.status === undefined ? 200 : Number(init.status) & 0xffff;
    if (status < 200 || status > 599) throw refusal('response-status', 'Response', { status });
    const statusText = init.statusText === undefined ? '' : toDOMString(init.statusText);
    const headers = createHeaders([], 'response');
    if (init.headers !== undefined) fillHeaders(headers, toHeaderPairs(init.headers, 'Response'), 'Response');
    states.set(this, { type: 'default', status, statusText, url: '', redirected: false, headers });
    setBody(this, null);
    if (body === null || body === undefined) return;
    if (NULL_BODY_STATUS.includes(status)) throw refusal('response-null-body-status', 'Response', {});
    const { bytes, type } = extractBody(body);
    setBody(this, bytes);
    if (type !== null && getHeader(headerList(headers), 'content-type') === null) headers.set('Content-Type', type);
  }

  static error(): Response {
    return createResponse(
      { type: 'error', status: 0, statusText: '', url: '', redirected: false, headers: [], body: null },
      'immutable',
    );
  }

  static redirect(url: unknown, status: unknown = 302): Response {
    const code = Number(status);
    if (!URL.canParse(String(url), pageUrl())) {
      throw refusal('response-redirect-url', 'Response.redirect', { url: String(url) });
    }
    if (!REDIRECT_STATUS.includes(code))
      throw refusal('response-redirect-status', 'Response.redirect', { status: code });
    const location = new URL(String(url), pageUrl()).href;
    return createResponse(
      {
        type: 'default',
        status: code,
        statusText: '',
        url: '',
        redirected: false,
        headers: [['Location', location]],
        body: null,
      },
      'immutable',
    );
  }

  static json(data: unknown, init: ResponseInit = {}): Response {
    const text = JSON.stringify(data);
    if (text === undefined) throw new TypeError('The data is not JSON serializable');
    const response = new Response(text, init);
    const given = new Headers(init.headers ?? []);
    if (!given.has('content-type')) response.headers.set('Content-Type', 'application/json');
    return response;
  }

  get type(): ResponseType {
    return stateOf(this).type;
  }

  get url(): string {
    return stateOf(this).url;
  }

  get redirected(): boolean {
    return stateOf(this).redirected;
  }

  get status(): number {
    return stateOf(this).status;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status <= 299;
  }

  get statusText(): string {
    return stateOf(this).statusText;
  }

  get headers(): Headers {
    return stateOf(this).headers;
  }

  clone(): Response {
    if (isUnusable(this)) throw refusal('clone-used', 'Response.clone', {});
    const { headers, ...rest } = stateOf(this);
    const guard = rest.type === 'default' ? 'response' : 'immutable';
    return createResponse({ ...rest, headers: headerList(headers), body: bodyBytes(this) }, guard);
  }

  get [Symbol.toStringTag](): string {
    return 'Response';
  }

  [PREVIEW](): [string, unknown][] {
    const names = ['type', 'url', 'redirected', 'status', 'ok', 'statusText', 'headers', 'body', 'bodyUsed'] as const;
    return names.map((name) => [name, this[name]]);
  }
}

/** What a fetch gives. */
export function createResponse({ headers, body, ...rest }: FilteredResponse, guard: Guard): Response {
  const response = new Response();
  states.set(response, { ...rest, headers: createHeaders(headers, guard) });
  setBody(response, body);
  return response;
}

function pageUrl(): string | undefined {
  const { location } = globalThis as { location?: { href: string } };
  return location?.href;
}
