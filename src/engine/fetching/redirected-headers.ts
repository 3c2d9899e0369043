/** The headers that go along to where a request is redirected. https://fetch.spec.whatwg.org/#concept-http-redirect-fetch */

import type { HeaderList } from '../contract';
import { hasHeader } from '../infrastructure/headers';
import { isSameOrigin } from '../infrastructure/origins';
import { REQUEST_BODY_HEADERS } from '../infrastructure/request-body-headers';
import type { ParsedUrl } from '../infrastructure/urls';
import { currentUrl, type FetchParams } from './fetch-params';
import { requestHeaders } from './request-headers';

/** Step 12: the method that a redirect makes of one. */
export function methodAfter(method: string, status: number): string {
  if (status === 303) return method === 'HEAD' ? method : 'GET';
  return (status === 301 || status === 302) && method === 'POST' ? 'GET' : method;
}

/** Steps 12 and 13, and what browsers take away and give back besides. The request still stands at the hop before. */
export function redirectedHeaders(params: FetchParams, status: number, target: ParsedUrl): HeaderList {
  const { request, environment } = params;
  const { redirect } = environment.profile;
  const own = isSameOrigin(environment.origin, target);
  // the method that the headers belong to
  const method = redirect.startsFromGiven ? request.record.method : request.method;
  const changes = methodAfter(method, status) !== method;
  const dropped = new Set(changes ? REQUEST_BODY_HEADERS : []);
  if (currentUrl(request).origin !== target.origin) dropped.add('authorization');
  if (redirect.dropsUserAgent && request.tainting === 'basic' && own) dropped.add('user-agent');
  // A request that may outlive its page is redirected by the browser process, which leaves its headers alone
  if (!own && !request.record.keepalive) for (const name of redirect.droppedHeaders) dropped.add(name);
  const headers = redirect.startsFromGiven ? givenHeaders(params) : request.headers;
  const kept = dropped.size > 0 ? headers.filter(([name]) => !dropped.has(name.toLowerCase())) : headers;
  return redirect.droppedHeadersReturn ? withReturning(params, status, kept, own) : kept;
}

/** As the page gave them. The type of a body is none of them, so that it is gone for good with the body. */
function givenHeaders({ environment, request }: FetchParams): HeaderList {
  const { record, method } = request;
  const headers = requestHeaders(environment, record);
  return record.typeOfBody && method !== record.method
    ? headers.filter(([name]) => name.toLowerCase() !== 'content-type')
    : headers;
}

/** The hop of a CORS request gets all that was dropped before; any other the Content-Type, from what the network has kept. */
function withReturning(params: FetchParams, status: number, headers: HeaderList, own: boolean): HeaderList {
  const { request } = params;
  const { record, method, tainting } = request;
  const changes = methodAfter(method, status) !== method;
  if (record.mode === 'cors' && (tainting === 'cors' || !own)) {
    const missing = record.headers.filter(([name]) => !hasHeader(headers, name));
    return [...headers, ...missing.filter(([name]) => returns(name.toLowerCase(), changes))];
  }
  let result = headers;
  if (changes) {
    const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type');
    request.droppedType ??= type ? { method, header: type } : null;
  } else if (request.droppedType && methodAfter(request.droppedType.method, status) === request.droppedType.method) {
    result = [...headers, request.droppedType.header];
    request.droppedType = null;
  }
  // who leaves the page's origin is sent anew, as it is
  if (tainting === 'basic' && !own) request.droppedType = null;
  return result;
}

function returns(name: string, methodChanges: boolean): boolean {
  return name === 'user-agent' || (!methodChanges && REQUEST_BODY_HEADERS.has(name));
}
