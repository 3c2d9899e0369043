/** https://fetch.spec.whatwg.org/#concept-http-redirect-fetch */

import type { HeaderList } from '../contract';
import { getHeader, hasHeader } from '../infrastructure/headers';
import { isSameOrigin, isSameSite } from '../infrastructure/origins';
import { REQUEST_BODY_HEADERS } from '../infrastructure/request-body-headers';
import type { ParsedUrl } from '../infrastructure/urls';
import { unsafeNamesNow } from './cors-unsafe-names';
import type { Failure } from './failure';
import { currentUrl, type ActiveRequest, type FetchParams, type InternalResponse } from './fetch-params';
import { mainFetch } from './main-fetch';
import { redirectChecks, refuse } from './redirect-checks';
import { locationUrl } from './redirect-locations';
import { equal, gate, way } from './trace';

/** HTTP fetch step 6, then HTTP-redirect fetch for redirect mode `follow`. */
export async function httpRedirectFetch(
  params: FetchParams,
  response: InternalResponse,
): Promise<InternalResponse | Failure> {
  const { request, environment } = params;
  const url = currentUrl(request);
  const target = locationUrl(params, response, url);
  if (request.record.redirect === 'manual') return { ...response, type: 'opaqueredirect' };
  const { checks } = environment.profile.redirect;
  const early = redirectChecks(params, response, checks.beforeError);
  if (!early.ok) return early;
  if (request.record.redirect === 'error') {
    if (target === null && environment.profile.redirect.missingLocationInErrorMode === 'return') return response;
    return refuse(params, response, 'redirect-mode-error', target);
  }
  // Step 3
  if (target === null) {
    const fails =
      environment.profile.redirect.emptyLocation === 'fails' && getHeader(response.headers, 'location') === '';
    return fails ? refuse(params, response, 'redirect-location-invalid', null) : response;
  }
  const outcome = redirectChecks(params, response, checks.toFollow);
  if (!outcome.ok) return outcome;
  if (target === 'invalid') return response;
  follow(request, response, target, params);
  return mainFetch(params);
}

/** Steps 7 and 11 to 18: the request as it goes on. */
function follow(request: ActiveRequest, response: InternalResponse, target: ParsedUrl, params: FetchParams): void {
  const { environment } = params;
  const url = currentUrl(request);
  const { status } = response;
  const changed = methodAfter(request.method, status);
  const ownWay = environment.profile.redirect.methodAfter?.(changed, url.origin === target.origin) ?? changed;
  if (environment.trace) {
    const detail = { from: url.href, to: target.href, status, method: ownWay };
    gate(
      params,
      { step: 'redirect-check', spec: 'concept-http-redirect-fetch', detail: { location: target.href, status } },
      null,
    );
    const compared = equal(
      { who: 'request', value: url.origin },
      { who: 'answer', header: 'location', value: target.origin },
      url.origin === target.origin,
    );
    way(params, { step: 'redirect', spec: 'concept-http-redirect-fetch', compared, detail }, true);
  }
  // the method counts from the first hop that was a CORS request
  const askedMethod = request.tainting === 'cors' ? request.method : 'GET';
  request.firstHop ??= { method: askedMethod, names: unsafeNamesNow(params) };
  request.methodJustChanged = changed !== request.method;
  if (changed !== request.method) {
    request.method = changed;
    request.body = null;
    request.headers = request.headers.filter(([name]) => !REQUEST_BODY_HEADERS.has(name.toLowerCase()));
  }
  if (ownWay !== changed) {
    request.method = ownWay;
    request.body = null;
  }
  if (url.origin !== target.origin) {
    request.headers = request.headers.filter(([name]) => name.toLowerCase() !== 'authorization');
  }
  const { droppedHeaders, dropsUserAgent } = environment.profile.redirect;
  if (dropsUserAgent && request.tainting === 'basic' && isSameOrigin(environment.origin, target)) {
    request.headers = request.headers.filter(([name]) => name.toLowerCase() !== 'user-agent');
  }
  // A request that may outlive its page is redirected by the browser process, which leaves its headers alone
  if (droppedHeaders.size > 0 && !request.record.keepalive && !isSameOrigin(environment.origin, target)) {
    request.headers = request.headers.filter(([name]) => !droppedHeaders.has(name.toLowerCase()));
  }
  taint(params, url, target);
  request.justCrossed = url.origin !== target.origin;
  request.crossed ||= request.justCrossed;
  if (
    environment.profile.redirect.droppedHeadersReturn &&
    !request.methodJustChanged &&
    (request.tainting === 'cors' || !isSameOrigin(environment.origin, target))
  ) {
    request.headers = withDroppedHeaders(request);
  }
  const policy = referrerPolicyOf(response);
  if (policy !== null) request.referrerPolicy = policy;
  params.exchange = undefined;
  request.redirects += 1;
  request.urls.push(target);
}

/** The headers of the body and User-Agent as the page gave them, where a redirect has dropped them. */
function withDroppedHeaders({ headers, record }: ActiveRequest): HeaderList {
  const returning = record.headers.filter(([name]) => RETURNING.has(name.toLowerCase()) && !hasHeader(headers, name));
  return returning.length > 0 ? [...headers, ...returning] : headers;
}

const RETURNING = new Set([...REQUEST_BODY_HEADERS, 'user-agent']);

/** Step 12 */
function methodAfter(method: string, status: number): string {
  if (status === 303) return method === 'HEAD' ? method : 'GET';
  return (status === 301 || status === 302) && method === 'POST' ? 'GET' : method;
}

/** https://fetch.spec.whatwg.org/#concept-request-tainted-origin */
function taint(params: FetchParams, url: ParsedUrl, target: ParsedUrl): void {
  const { request, environment } = params;
  if (url.origin === target.origin || isSameOrigin(environment.origin, url)) return;
  const opaque = environment.origin === 'null';
  const crossSite = !isSameSite(url, target) && (opaque || !isSameSite(environment.clientUrl, url));
  if (crossSite) request.redirectTaint = 'cross-site';
  else if (request.redirectTaint === 'same-origin') request.redirectTaint = 'same-site';
}

const REFERRER_POLICIES = new Set([
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
]);

/** The last policy that is known. https://w3c.github.io/webappsec-referrer-policy/#parse-referrer-policy-from-header */
function referrerPolicyOf(response: InternalResponse): string | null {
  const value = getHeader(response.headers, 'referrer-policy');
  if (value === null) return null;
  const known = value
    .split(',')
    .map((member) => member.trim().toLowerCase())
    .filter((member) => REFERRER_POLICIES.has(member));
  return known[known.length - 1] ?? null;
}
