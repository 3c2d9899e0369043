/** https://fetch.spec.whatwg.org/#concept-http-redirect-fetch */

import { getHeader } from '../infrastructure/headers';
import { isSameOrigin, isSameSite } from '../infrastructure/origins';
import type { ParsedUrl } from '../infrastructure/urls';
import { unsafeNamesNow } from './cors-unsafe-names';
import type { Failure } from './failure';
import { currentUrl, requestOrigin, type ActiveRequest, type FetchParams, type InternalResponse } from './fetch-params';
import { mainFetch } from './main-fetch';
import { redirectChecks, refuse } from './redirect-checks';
import { methodAfter, redirectedHeaders } from './redirected-headers';
import { locationUrl } from './redirect-locations';
import { referrerPolicyOf } from './referrer-policies';
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
  // the method counts from the first hop that was a CORS request
  const askedMethod = request.tainting === 'cors' ? request.method : 'GET';
  request.firstHop ??= { method: askedMethod, names: unsafeNamesNow(params) };
  request.methodJustChanged = changed !== request.method;
  request.headers = redirectedHeaders(params, status, target);
  if (ownWay !== request.method) request.body = null;
  request.method = ownWay;
  const { tainting } = request;
  request.redirectedBy = { response, exchange: params.exchange, tainting, origin: requestOrigin(params) };
  taint(params, url, target);
  if (environment.trace) traceRedirect(params, url, target, status);
  request.justCrossed = url.origin !== target.origin;
  request.crossed ||= request.justCrossed;
  const policy = referrerPolicyOf(response);
  if (policy !== null) {
    request.referrerPolicy = policy;
    if (environment.profile.redirect.policyNarrowsReferrer) request.referrer = request.sentReferrer;
  }
  params.exchange = undefined;
  request.redirects += 1;
  request.urls.push(target);
}

/** What happens, once the request is as it goes on. */
function traceRedirect(params: FetchParams, url: ParsedUrl, target: ParsedUrl, status: number): void {
  const { redirectedBy, record, method } = params.request;
  const detail: Record<string, string | number> = { from: url.href, to: target.href, status, method };
  const origin = requestOrigin(params);
  if (record.mode === 'cors' && origin === 'null' && redirectedBy?.origin !== 'null') detail['origin'] = origin;
  gate(
    params,
    {
      step: 'redirect-check',
      spec: 'concept-http-redirect-fetch',
      compared: equal(
        { who: 'answer', header: 'location', value: target.href },
        { who: 'rule', value: 'an http or https URL' },
        true,
      ),
      detail: { location: target.href, status },
    },
    null,
  );
  const compared = equal(
    { who: 'request', value: url.href },
    { who: 'answer', header: 'location', value: target.href },
    url.href === target.href,
  );
  way(params, { step: 'redirect', spec: 'concept-http-redirect-fetch', compared, detail }, true);
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
