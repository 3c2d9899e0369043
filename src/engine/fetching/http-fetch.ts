/** https://fetch.spec.whatwg.org/#concept-http-fetch */

import { isCorsSafelistedMethod } from '../infrastructure/methods';
import { corsCheck } from './cors-check';
import { cacheAllows } from './cors-preflight-cache';
import { corsPreflightFetch } from './cors-preflight-fetch';
import { corpCheck } from './cross-origin-resource-policy-check';
import { type Failure } from './failure';
import { currentUrl, requestOrigin, type FetchParams, type InternalResponse } from './fetch-params';
import { discardStored } from './http-cache';
import { httpNetworkOrCacheFetch } from './http-network-or-cache-fetch';
import { type ParsedUrl } from '../infrastructure/urls';
import { httpRedirectFetch, isRedirectStatus, locationUrl, redirectChecks } from './http-redirect-fetch';
import { mixedContentCheck } from './mixed-content';
import { opaqueResponseBlockingCheck } from './opaque-response-blocking';

/** `preflightNames` null: no preflight; otherwise the names to ask for. */
export async function httpFetch(
  params: FetchParams,
  preflightNames: readonly string[] | null,
): Promise<InternalResponse | Failure> {
  const { request, environment } = params;
  // Step 4.1: nothing is asked that the cache already knows
  request.preflighted = 'no';
  if (preflightNames !== null && !cacheAllows(params, preflightNames)) {
    const preflight = await corsPreflightFetch(params, preflightNames);
    if (!preflight.ok) return preflight;
    request.preflighted = preflightNames.length > 0 || !isCorsSafelistedMethod(request.method) ? 'asked' : 'empty';
  }
  if (request.redirects > 0 && environment.profile.redirect.mixedContentAfterPreflight) {
    const mixed = mixedContentCheck(params);
    if (!mixed.ok) return mixed;
  }
  // Step 4.3
  const response = await httpNetworkOrCacheFetch(params);
  if (!response.ok) return response;
  const isRedirect = isRedirectStatus(response.status);
  const judged = { phase: isRedirect ? ('redirect' as const) : ('response' as const), url: currentUrl(request) };
  if (isRedirect) {
    const location = redirectChecks(params, response, environment.profile.redirect.checks.beforeCors);
    if (!location.ok) return location;
  }
  // Step 4.4
  if (request.tainting === 'cors') {
    const check = corsCheck(params, response, requestOrigin(params), judged);
    if (!check.ok) {
      if (!environment.profile.response.cachesRefused && !isRedirect) discardStored(params);
      return { ...check, target: redirectTargetOf(params, response, isRedirect) };
    }
  }
  // Step 5
  if (request.tainting === 'opaque') {
    const check = corpCheck(params, response);
    if (!check.ok) return check;
  }
  // Step 6
  if (isRedirect) return httpRedirectFetch(params, response);
  if (request.tainting === 'opaque') {
    const check = opaqueResponseBlockingCheck(params, response);
    if (!check.ok) return check;
  }
  for (const line of environment.profile.words.response(response, params)) {
    environment.print(line, params.id);
  }
  return response;
}

function redirectTargetOf(params: FetchParams, response: InternalResponse, isRedirect: boolean): ParsedUrl | null {
  if (!isRedirect) return null;
  const target = locationUrl(params, response, currentUrl(params.request));
  return target === 'invalid' ? null : target;
}
