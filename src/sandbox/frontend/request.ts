/** https://fetch.spec.whatwg.org/#request-class */

import type { CacheMode, CredentialsMode, RedirectMode, RequestMode, RequestRecord } from '@/engine';
import { getHeader } from '@/engine/infrastructure/headers';
import { isCorsSafelistedMethod, isForbiddenMethod, isMethod, normalizeMethod } from '@/engine/infrastructure/methods';
import { PREVIEW } from '@/realm/runtime';
import {
  type AbortSignal,
  Body,
  bodyBytes,
  type Caller,
  createHeaders,
  extractBody,
  fillHeaders,
  followSignal,
  type Guard,
  headerList,
  Headers,
  isUnusable,
  markUsed,
  ReadableStream,
  refusal,
  setBody,
} from '@/realm/web';
import { page } from './page-settings';
import { type RequestInit, toRequestInit } from './request-init';

type Settings = Pick<
  RequestRecord,
  | 'method'
  | 'url'
  | 'mode'
  | 'credentials'
  | 'cache'
  | 'redirect'
  | 'referrer'
  | 'referrerPolicy'
  | 'integrity'
  | 'keepalive'
>;

interface State {
  settings: Settings;
  headers: Headers;
  signal: AbortSignal;
}

const states = new WeakMap<Request, State>();

function stateOf(request: Request): State {
  const state = states.get(request);
  if (!state) throw new TypeError('Illegal invocation');
  return state;
}

export class Request extends Body {
  constructor(input: unknown, init?: unknown) {
    super();
    if (arguments.length === 0) throw refusal('missing-argument', 'Request', { required: 1, given: 0 });
    initialize(this, input, toRequestInit(init, 'Request'), 'Request');
  }

  get method(): string {
    return stateOf(this).settings.method;
  }

  get url(): string {
    return stateOf(this).settings.url;
  }

  get headers(): Headers {
    return stateOf(this).headers;
  }

  get destination(): string {
    return '';
  }

  get referrer(): string {
    const { referrer } = stateOf(this).settings;
    if (referrer === 'client') return 'about:client';
    return referrer === 'no-referrer' ? '' : referrer;
  }

  get referrerPolicy(): string {
    return stateOf(this).settings.referrerPolicy;
  }

  get mode(): RequestMode {
    return stateOf(this).settings.mode;
  }

  get credentials(): CredentialsMode {
    return stateOf(this).settings.credentials;
  }

  get cache(): CacheMode {
    return stateOf(this).settings.cache;
  }

  get redirect(): RedirectMode {
    return stateOf(this).settings.redirect;
  }

  get integrity(): string {
    return stateOf(this).settings.integrity;
  }

  get keepalive(): boolean {
    return stateOf(this).settings.keepalive;
  }

  get signal(): AbortSignal {
    return stateOf(this).signal;
  }

  get duplex(): string {
    return 'half';
  }

  clone(): Request {
    if (isUnusable(this)) throw refusal('clone-used', 'Request.clone', {});
    const { settings, headers, signal } = stateOf(this);
    const copy = Object.create(Request.prototype) as Request;
    const guard = guardOf(settings.mode);
    states.set(copy, {
      settings: { ...settings },
      headers: createHeaders(headerList(headers), guard),
      signal: followSignal(signal),
    });
    setBody(copy, bodyBytes(this));
    return copy;
  }

  get [Symbol.toStringTag](): string {
    return 'Request';
  }

  [PREVIEW](): [string, unknown][] {
    const names = [
      'method',
      'url',
      'headers',
      'destination',
      'referrer',
      'mode',
      'credentials',
      'cache',
      'redirect',
    ] as const;
    return names.map((name) => [name, this[name]]);
  }
}

/** The request of a fetch() call, whose errors are fetch's own. */
export function createRequest(input: unknown, init: RequestInit, caller: Caller): Request {
  const request = Object.create(Request.prototype) as Request;
  initialize(request, input, init, caller);
  return request;
}

/** What the engine gets. Reading it uses the request up. */
export function takeRecord(request: Request): RequestRecord {
  const { settings, headers } = stateOf(request);
  const body = bodyBytes(request);
  markUsed(request);
  return {
    initiator: 'fetch',
    destination: '',
    ...settings,
    headers: headerList(headers),
    body,
    useCorsPreflight: false,
  };
}

function guardOf(mode: RequestMode): Guard {
  if (page().unrestricted) return 'none';
  return mode === 'no-cors' ? 'request-no-cors' : 'request';
}

/** https://fetch.spec.whatwg.org/#dom-request */
function initialize(request: Request, input: unknown, init: RequestInit, caller: Caller): void {
  const from = input instanceof Request ? input : null;
  const settings: Settings = from ? { ...stateOf(from).settings } : fromUrl(String(input), caller);
  // With any member in init, navigation and the referrer of the input do not carry over.
  if (from && Object.keys(init).length > 0) Object.assign(settings, { referrer: 'client', referrerPolicy: '' });
  if (init.referrer !== undefined) settings.referrer = toReferrer(init.referrer, caller);
  if (init.referrerPolicy !== undefined) settings.referrerPolicy = init.referrerPolicy;
  if (init.mode === 'navigate') throw refusal('navigate-mode', caller, {});
  settings.mode = init.mode ?? settings.mode;
  settings.credentials = init.credentials ?? settings.credentials;
  settings.cache = init.cache ?? settings.cache;
  if (settings.cache === 'only-if-cached' && settings.mode !== 'same-origin') {
    throw refusal('only-if-cached', caller, { mode: settings.mode });
  }
  settings.redirect = init.redirect ?? settings.redirect;
  settings.integrity = init.integrity ?? settings.integrity;
  settings.keepalive = init.keepalive ?? settings.keepalive;
  if (init.method !== undefined) settings.method = toMethod(init.method, caller);

  const signal = init.signal !== undefined ? init.signal : (from?.signal ?? null);
  if (settings.mode === 'no-cors' && !isCorsSafelistedMethod(settings.method)) {
    throw refusal('no-cors-method', caller, { method: settings.method });
  }
  const headers = createHeaders([], guardOf(settings.mode));
  fillHeaders(headers, init.headers ?? (from ? headerList(from.headers) : []), caller);
  states.set(request, { settings, headers, signal: followSignal(signal) });

  const given = init.body !== undefined && init.body !== null;
  const inputBytes = from ? bodyBytes(from) : null;
  if ((given || inputBytes !== null) && (settings.method === 'GET' || settings.method === 'HEAD')) {
    throw refusal('get-with-body', caller, { method: settings.method });
  }
  setBody(request, null);
  if (given) {
    const { bytes, type } = takeBody(init, settings.keepalive, caller);
    setBody(request, bytes);
    if (type !== null && getHeader(headerList(headers), 'content-type') === null) headers.append('Content-Type', type);
  } else if (from && inputBytes !== null) {
    if (isUnusable(from)) throw refusal('request-used', caller, {});
    setBody(request, inputBytes);
    markUsed(from);
  }
}

function fromUrl(input: string, caller: Caller): Settings {
  const { URL, url: base } = page();
  if (!URL.canParse(input, base)) throw refusal('invalid-url', caller, { url: input });
  const url = new URL(input, base);
  if (url.username !== '' || url.password !== '') throw refusal('url-credentials', caller, { url: url.href });
  return {
    method: 'GET',
    url: url.href,
    mode: 'cors',
    credentials: 'same-origin',
    cache: 'default',
    redirect: 'follow',
    referrer: 'client',
    referrerPolicy: '',
    integrity: '',
    keepalive: false,
  };
}

function toMethod(method: string, caller: Caller): string {
  if (!isMethod(method)) throw refusal('invalid-method', caller, { method });
  if (isForbiddenMethod(method) && !page().unrestricted) throw refusal('forbidden-method', caller, { method });
  return normalizeMethod(method);
}

function toReferrer(referrer: string, caller: Caller): string {
  if (referrer === '') return 'no-referrer';
  const { URL, url: base, origin } = page();
  if (!URL.canParse(referrer, base)) throw refusal('invalid-referrer', caller, { url: referrer });
  const url = new URL(referrer, base);
  if (url.protocol === 'about:' && url.pathname === 'client') return 'client';
  return url.origin === origin ? url.href : 'client';
}

function takeBody({ body, duplex }: RequestInit, keepalive: boolean, caller: Caller): ReturnType<typeof extractBody> {
  if (!(body instanceof ReadableStream)) return extractBody(body);
  if (keepalive) throw refusal('stream-with-keepalive', caller, {});
  if (duplex === undefined) throw refusal('stream-without-duplex', caller, {});
  throw new TypeError('A ReadableStream as the body of a request is not offered by this playground yet.');
}
