/** https://fetch.spec.whatwg.org/#concept-http-fetch */

import { isCorsSafelistedMethod } from '../infrastructure/methods';
import { reportOmittedCookies } from './cookies';
import { corsCheck } from './cors-check';
import { cacheAllows } from './cors-preflight-cache';
import { corsPreflightFetch } from './cors-preflight-fetch';
import { corpCheck } from './cross-origin-resource-policy-check';
import { DOORS } from '../profiles/doors';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import { currentUrl, requestOrigin, type FetchParams, type InternalResponse } from './fetch-params';
import { discardStored } from './http-cache';
import { httpNetworkOrCacheFetch } from './http-network-or-cache-fetch';
import { type ParsedUrl } from '../infrastructure/urls';
import { httpRedirectFetch } from './http-redirect-fetch';
import { pageLooksAtRedirect } from './page-looks-at-redirect';
import { redirectChecks } from './redirect-checks';
import { isRedirectStatus, locationUrl } from './redirect-locations';
import { nosniffCheck } from './nosniff';
import { reportIgnoredPolicyOfRedirect } from './referrer-policies';
import { isWithheldFromScript, opaqueResponseBlockingCheck } from './opaque-response-blocking';

/** `preflightNames` null: no preflight; otherwise the names to ask for. */
export async function httpFetch(
  params: FetchParams,
  preflightNames: readonly string[] | null,
): Promise<InternalResponse | Failure> {
  const { request, environment } = params;
  // Firefox gathers the cookies before it asks whether it may ask
  reportOmittedCookies(params);
  // Step 4.1: nothing is asked that the cache already knows
  request.preflighted = 'no';
  if (preflightNames !== null && !cacheAllows(params, preflightNames)) {
    const preflight = await corsPreflightFetch(params, preflightNames);
    if (!preflight.ok) return preflight;
    request.preflighted = preflightNames.length > 0 || !isCorsSafelistedMethod(request.method) ? 'asked' : 'empty';
  }
  if (request.redirects > 0 && environment.profile.redirect.pageLooksAfterPreflight) {
    const look = pageLooksAtRedirect(params);
    if (!look.ok) return look;
  }
  // Step 4.3
  const response = await httpNetworkOrCacheFetch(params);
  if (!response.ok) return response;
  const isRedirect = isRedirectStatus(response.status);
  const judged = { phase: isRedirect ? ('redirect' as const) : ('response' as const), url: currentUrl(request) };
  const { checks } = environment.profile.redirect;
  const leadsSomewhere = isRedirect ? redirectChecks(params, response, checks.first) : PASSED;
  if (!leadsSomewhere.ok) return leadsSomewhere;
  // Step 5, which has nothing to do with step 4.4
  if (request.tainting === 'opaque') {
    const check = corpCheck(params, response, judged);
    if (!check.ok) return { ...check, target: redirectTargetOf(params, response, isRedirect) };
  }
  if (isRedirect && request.record.redirect === 'follow') {
    reportIgnoredPolicyOfRedirect(params, response);
    const target = redirectChecks(params, response, checks.beforeCors);
    if (!target.ok) return target;
  }
  // Step 4.4
  if (request.tainting === 'cors') {
    const check = corsCheck(params, response, requestOrigin(params), judged);
    if (!check.ok) {
      const kept = environment.profile.httpCache.keepsRefused;
      if (kept !== 'all' && kept !== (isRedirect ? 'redirects' : 'others')) discardStored(params);
      return { ...check, target: redirectTargetOf(params, response, isRedirect) };
    }
  }
  // Step 6
  if (isRedirect) {
    const followed = await httpRedirectFetch(params, response);
    // what leads nowhere is an answer like another
    if (followed !== response) return followed;
  }
  if (request.record.mode === 'websocket' && response.status !== 101) {
    return failure({ step: 'request-check', reason: 'websocket-refused', ...judged, status: response.status });
  }
  const ofElement = elementChecks(params, response);
  if (!ofElement.ok) return ofElement;
  if (request.tainting === 'opaque' && isWithheldFromScript(params, response)) discardStored(params);
  for (const line of environment.profile.words.response(response, params)) {
    environment.print(line, params.id);
  }
  return response;
}

/** What was answered to an element: sniffing forbidden, or of no use to it. */
function elementChecks(params: FetchParams, response: InternalResponse): Outcome {
  const opaque = params.request.tainting === 'opaque';
  const checks = [nosniffCheck, ...(opaque ? [opaqueResponseBlockingCheck] : [])];
  if (!DOORS[params.environment.profile.name].nosniffFirst) checks.reverse();
  for (const check of checks) {
    const outcome = check(params, response);
    if (!outcome.ok) return outcome;
  }
  return PASSED;
}

function redirectTargetOf(params: FetchParams, response: InternalResponse, isRedirect: boolean): ParsedUrl | null {
  if (!isRedirect) return null;
  const target = locationUrl(params, response, currentUrl(params.request));
  return target === 'invalid' ? null : target;
}
