/** https://fetch.spec.whatwg.org/#concept-http-redirect-fetch */

import { getHeader } from '../infrastructure/headers';
import { isSameOrigin, isSameSite } from '../infrastructure/origins';
import { includesCredentials, isHttp, parseUrl, type ParsedUrl } from '../infrastructure/urls';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import { currentUrl, type ActiveRequest, type FetchParams, type InternalResponse } from './fetch-params';
import { unsafeNamesNow } from './cors-unsafe-names';
import { mixedContentCheckOf } from './mixed-content';
import { mainFetch } from './main-fetch';
import { equal, gate, way } from './trace';

/** Schemes that Chromium can load, but never lets a server lead to. */
const UNSAFE_SCHEMES = new Set(['data', 'about', 'blob', 'file', 'filesystem']);
export function isUnsafeScheme(url: ParsedUrl): boolean {
  return UNSAFE_SCHEMES.has(url.scheme);
}

/** https://fetch.spec.whatwg.org/#request-body-header-name */
export const REQUEST_BODY_HEADERS = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);

/** https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** https://fetch.spec.whatwg.org/#concept-response-location-url */
export function locationUrl(
  params: FetchParams,
  response: InternalResponse,
  base: ParsedUrl,
): ParsedUrl | 'invalid' | null {
  const location = getHeader(response.headers, 'location');
  if (location === null || (location === '' && params.environment.profile.redirect.ignoresEmptyLocation)) return null;
  const url = parseUrl(location, base.href);
  if (url === null) return 'invalid';
  return url.hash === '' && base.hash !== '' && !url.href.endsWith('#') ? (parseUrl(url.href + base.hash) ?? url) : url;
}

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
  if (target === null) return response;
  const outcome = redirectChecks(params, response, checks.toFollow);
  if (!outcome.ok) return outcome;
  if (target === 'invalid') return response;
  follow(request, response, target, params);
  return mainFetch(params);
}

/** Some of the rules about the target of a redirect. */
export function redirectChecks(
  params: FetchParams,
  response: InternalResponse,
  checks: readonly RedirectCheckName[],
): Outcome {
  if (checks.length === 0) return PASSED;
  const target = locationUrl(params, response, currentUrl(params.request));
  if (target === null) return PASSED;
  for (const check of checks) {
    const outcome = CHECKS[check](params, response, target);
    if (!outcome.ok) return outcome;
  }
  return PASSED;
}

export type RedirectCheckName = 'location' | 'unsafe' | 'scheme' | 'count' | 'mixed-content' | 'credentials';

const CHECKS: Record<
  RedirectCheckName,
  (params: FetchParams, response: InternalResponse, target: ParsedUrl | 'invalid') => Outcome
> = {
  // Step 4
  location: (params, response, target) =>
    target === 'invalid' ? refuse(params, response, 'redirect-location-invalid', target) : PASSED,
  unsafe: (params, response, target) =>
    target !== 'invalid' && isUnsafeScheme(target)
      ? refuse(params, response, 'redirect-scheme-not-supported', target)
      : PASSED,
  // Step 5
  scheme: (params, response, target) =>
    target === 'invalid' || isHttp(target) ? PASSED : refuse(params, response, 'redirect-scheme-not-supported', target),
  // Step 6
  count: (params, response, target) =>
    params.request.redirects < maximumRedirects(params)
      ? PASSED
      : refuse(params, response, 'redirect-too-many', target),
  // Firefox looks for mixed content before anything else is known about the target
  'mixed-content': (params, _response, target) =>
    target === 'invalid' ? PASSED : mixedContentCheckOf(params, target, 'redirect'),
  // Steps 8 and 9
  credentials: (params, response, target) => {
    if (target === 'invalid' || !includesCredentials(target)) return PASSED;
    const { request, environment } = params;
    const cors = request.record.mode === 'cors' && !isSameOrigin(environment.origin, target);
    const refused = cors || request.tainting === 'cors' || environment.profile.redirect.refusesCredentialsAlways;
    return refused ? refuse(params, response, 'redirect-url-has-credentials', target) : PASSED;
  },
};

function maximumRedirects({ request, environment }: FetchParams): number {
  const { maximum, maximumForKeepalive } = environment.profile.redirect;
  return request.record.keepalive ? maximumForKeepalive : maximum;
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
  const { droppedHeaders } = environment.profile.redirect;
  // A request that may outlive its page is redirected by the browser process, which leaves its headers alone
  if (droppedHeaders.size > 0 && !request.record.keepalive && !isSameOrigin(environment.origin, target)) {
    request.headers = request.headers.filter(([name]) => !droppedHeaders.has(name.toLowerCase()));
  }
  taint(params, url, target);
  if (url.origin !== target.origin) request.crossed = true;
  const policy = referrerPolicyOf(response);
  if (policy !== null) request.referrerPolicy = policy;
  params.exchange = undefined;
  request.redirects += 1;
  request.urls.push(target);
}

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

function refuse(
  params: FetchParams,
  response: InternalResponse,
  reason: Failure['reason'],
  target: ParsedUrl | 'invalid' | null,
): Failure {
  const url = currentUrl(params.request);
  const location = getHeader(response.headers, 'location');
  const detail = { location: location ?? '', status: response.status };
  gate(params, { step: 'redirect-check', spec: 'concept-http-redirect-fetch', detail }, reason);
  return failure({
    step: 'redirect-check',
    reason,
    phase: 'redirect',
    url,
    status: response.status,
    value: location,
    location,
    target: target === 'invalid' ? null : target,
  });
}
