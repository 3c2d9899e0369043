/**
 * WebKit's page looks at a redirect after its network process has, which by then has sent the preflight of the next hop:
 * Source/WebCore/loader/SubresourceLoader.cpp, willSendRequestInternal and checkRedirectionCrossOriginAccessControl.
 */

import { isSameOrigin } from '../infrastructure/origins';
import { includesCredentials, withoutFragment } from '../infrastructure/urls';
import { corsCheck } from './cors-check';
import { failure, PASSED, type Outcome } from './failure';
import { currentUrl, type FetchParams } from './fetch-params';
import { mixedContentCheck } from './mixed-content';
import { redirectGate } from './redirect-checks';

export function pageLooksAtRedirect(params: FetchParams): Outcome {
  for (const check of [mixedContentCheck, checkCredentialsOfUrl, checkCors]) {
    const outcome = check(params);
    if (!outcome.ok) return outcome;
  }
  return PASSED;
}

/** User and password of the first hop out of the page's origin; the others were looked at before. */
function checkCredentialsOfUrl(params: FetchParams): Outcome {
  const { request, environment } = params;
  const target = currentUrl(request);
  const from = request.urls[request.urls.length - 2];
  if (!from || !includesCredentials(target) || request.record.mode !== 'cors') return PASSED;
  if (isSameOrigin(environment.origin, target) || !isSameOrigin(environment.origin, from)) return PASSED;
  const location = withoutFragment(target);
  const reason = 'redirect-url-has-credentials';
  atRedirect(params, () => redirectGate(params, reason, location));
  return failure({ step: 'redirect-check', reason, phase: 'redirect', url: from, location, value: location, target });
}

/** The page goes by the credentials that the first hop had: those of the page's own origin, if it went there. */
function checkCors(params: FetchParams): Outcome {
  const { request, environment } = params;
  const { redirectedBy, record, urls } = request;
  const [first] = urls;
  const url = urls[urls.length - 2];
  if (!first || !url || redirectedBy?.tainting !== 'cors') return PASSED;
  if (record.credentials !== 'same-origin' || !isSameOrigin(environment.origin, first)) return PASSED;
  const { response, origin } = redirectedBy;
  const outcome = atRedirect(params, () => corsCheck(params, response, origin, { phase: 'redirect', url }, true));
  return outcome.ok ? outcome : { ...outcome, target: currentUrl(request) };
}

/** What is judged is the redirect, though the next hop has begun. */
function atRedirect<Result>(params: FetchParams, judge: () => Result): Result {
  const now = params.exchange;
  params.exchange = params.request.redirectedBy?.exchange;
  const result = judge();
  params.exchange = now;
  return result;
}
