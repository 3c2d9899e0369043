/** https://fetch.spec.whatwg.org/#concept-filtered-response */

import type { FilteredResponse, HeaderList } from '../contract';
import {
  getHeader,
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
  sortAndCombine,
} from '../infrastructure/headers';
import { extractTokens } from '../infrastructure/header-lists';
import { withoutFragment } from '../infrastructure/urls';
import type { ResponseSwitches } from '../profiles/profile';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { note } from './trace';

/** https://fetch.spec.whatwg.org/#null-body-status */
function isNullBodyStatus(status: number): boolean {
  return status === 101 || status === 103 || status === 204 || status === 205 || status === 304;
}

/** What the page's code may see of the response. Headers are lower-case, sorted, combined. */
export function filterResponse(params: FetchParams, response: InternalResponse): FilteredResponse {
  const { request } = params;
  const switches = params.environment.profile.response;
  if (response.type === 'opaqueredirect') {
    trace(params, 'opaqueredirect', []);
    const body = opaqueRedirectBody(switches, response);
    return { ...HIDDEN, type: 'opaqueredirect', url: responseUrl(params), body };
  }
  // nor does code read what a navigation or a beacon gets
  const { mode, initiator } = request.record;
  if (request.tainting === 'opaque' || mode === 'navigate' || initiator === 'beacon') {
    trace(params, 'opaque', []);
    return { ...HIDDEN, type: 'opaque', headers: [] };
  }
  const type = request.tainting === 'cors' ? 'cors' : 'basic';
  const headers = type === 'cors' ? corsHeaders(params, response) : basicHeaders(response.headers);
  trace(
    params,
    type,
    headers.map(([name]) => name),
  );
  const noBody =
    (isNullBodyStatus(response.status) && switches.nullBodyStatusBody === 'null') ||
    (request.method === 'HEAD' && switches.headBody === 'null');
  const body = request.method === 'HEAD' ? new Uint8Array() : response.body;
  return {
    type,
    status: response.status,
    statusText: response.statusText,
    url: responseUrl(params),
    redirected: request.urls.length > 1,
    headers,
    body: noBody ? null : body,
  };
}

/** null where there is none. */
export function opaqueRedirectBody({ opaqueRedirectBody: has }: ResponseSwitches, response: InternalResponse) {
  if (has === 'null') return null;
  const nowhere = (getHeader(response.headers, 'location') ?? '') === '';
  return has === 'unless-nowhere' && nowhere ? response.body : new Uint8Array();
}

/** https://fetch.spec.whatwg.org/#dom-response-url */
function responseUrl({ environment, request }: FetchParams): string {
  const url = currentUrl(request);
  const keeps = environment.profile.response.urlKeepsCredentials === 'always' || request.tainting === 'basic';
  return keeps ? withoutFragment(url) : url.wire;
}

const HIDDEN = { status: 0, statusText: '', url: '', redirected: false, headers: [] as HeaderList, body: null };

function basicHeaders(headers: HeaderList): HeaderList {
  return sortAndCombine(headers.filter(([name]) => !isForbiddenResponseHeaderName(name)));
}

/** Main fetch step 14.1 and https://fetch.spec.whatwg.org/#concept-filtered-response-cors */
function corsHeaders({ request }: FetchParams, response: InternalResponse): HeaderList {
  const exposed = extractTokens(response.headers, 'access-control-expose-headers');
  const names = exposed.ok ? exposed.tokens.map((name) => name.toLowerCase()) : [];
  if (request.record.credentials !== 'include' && names.includes('*')) return basicHeaders(response.headers);
  const readable = new Set(names);
  return basicHeaders(
    response.headers.filter(([name]) => {
      const lower = name.toLowerCase();
      return isCorsSafelistedResponseHeaderName(lower) || readable.has(lower);
    }),
  );
}

function trace(params: FetchParams, type: string, names: string[]): void {
  if (!params.environment.trace) return;
  const { initiator } = params.request.record;
  note(params, {
    step: 'response-filtered',
    spec: 'concept-filtered-response',
    detail: { type, headers: names, initiator },
  });
}
