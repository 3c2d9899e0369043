/** The rules about the target of a redirect. https://fetch.spec.whatwg.org/#concept-http-redirect-fetch */

import type { Comparison, Side } from '../contract';
import { getHeader, getHeaderLines } from '../infrastructure/headers';
import { isSameOrigin } from '../infrastructure/origins';
import { includesCredentials, isHttp, type ParsedUrl } from '../infrastructure/urls';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { mixedContentCheckOf } from './mixed-content';
import { isUnloadable, isUnsafeScheme, locationUrl } from './redirect-locations';
import { sameOriginModeCheck } from './same-origin-mode';
import { gate, isNot } from './trace';

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

export type RedirectCheckName =
  | 'ftp'
  | 'locations'
  | 'location'
  | 'unsafe'
  | 'data'
  | 'loadable'
  | 'mode'
  | 'scheme'
  | 'count'
  | 'mixed-content'
  | 'cors-credentials'
  | 'credentials';

const CHECKS: Record<
  RedirectCheckName,
  (params: FetchParams, response: InternalResponse, target: ParsedUrl | 'invalid') => Outcome
> = {
  ftp: (params, response, target) =>
    target !== 'invalid' && target.scheme === 'ftp'
      ? refuse(params, response, 'redirect-scheme-not-supported', target)
      : PASSED,
  // Of several that differ none is followed
  locations: (params, response, target) =>
    new Set(getHeaderLines(response.headers, 'location')).size > 1
      ? refuse(params, response, 'redirect-location-invalid', target)
      : PASSED,
  // Step 4
  location: (params, response, target) =>
    target === 'invalid' ? refuse(params, response, 'redirect-location-invalid', target) : PASSED,
  unsafe: (params, response, target) =>
    target !== 'invalid' && isUnsafeScheme(target)
      ? refuse(params, response, 'redirect-scheme-not-supported', target)
      : PASSED,
  data: (params, response, target) =>
    target !== 'invalid' && target.scheme === 'data'
      ? refuse(params, response, 'redirect-scheme-not-supported', target)
      : PASSED,
  loadable: (params, response, target) =>
    target !== 'invalid' && isUnloadable(target)
      ? refuse(params, response, 'redirect-scheme-not-supported', target)
      : PASSED,
  // Main fetch step 13, before the request gets there
  mode: (params, _response, target) =>
    target === 'invalid' ? PASSED : sameOriginModeCheck(params, target, 'redirect'),
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
  // Steps 8 and 9, whether or not the redirect would be followed
  'cors-credentials': (params, response, target) =>
    target !== 'invalid' && hasCorsCredentials(params, target)
      ? refuse(params, response, 'redirect-url-has-credentials', target)
      : PASSED,
  // Steps 8 and 9
  credentials: (params, response, target) => {
    if (target === 'invalid' || !includesCredentials(target)) return PASSED;
    const { request, environment } = params;
    if (environment.profile.redirect.pageLooksAfterPreflight && request.tainting === 'basic') return PASSED;
    const refused = hasCorsCredentials(params, target) || environment.profile.redirect.refusesCredentialsAlways;
    return refused ? refuse(params, response, 'redirect-url-has-credentials', target) : PASSED;
  },
};

function hasCorsCredentials({ request, environment }: FetchParams, target: ParsedUrl): boolean {
  const leavesOrigin = request.record.mode === 'cors' && !isSameOrigin(environment.origin, target);
  return includesCredentials(target) && (leavesOrigin || request.tainting === 'cors');
}

function maximumRedirects({ request, environment }: FetchParams): number {
  const { maximum, maximumForKeepalive } = environment.profile.redirect;
  return request.record.keepalive ? maximumForKeepalive : maximum;
}

/** The redirect as a failure, and as a gate that closed. */
export function refuse(
  params: FetchParams,
  response: InternalResponse,
  reason: Failure['reason'],
  target: ParsedUrl | 'invalid' | null,
): Failure {
  const url = currentUrl(params.request);
  const location = getHeader(response.headers, 'location');
  redirectGate(params, reason, location, response.status);
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

/** The gate that closes for a redirect. */
export function redirectGate(
  params: FetchParams,
  reason: Failure['reason'],
  location: string | null,
  status?: number,
): void {
  if (!params.environment.trace) return;
  const compared = comparisonOf(params, reason, location);
  const detail = { location: location ?? '', ...(status !== undefined && { status }) };
  gate(params, { step: 'redirect-check', spec: 'concept-http-redirect-fetch', compared, detail }, reason);
}

function comparisonOf(params: FetchParams, reason: Failure['reason'], location: string | null): Comparison | undefined {
  const leadsTo: Side = { who: 'answer', header: 'location', value: location };
  switch (reason) {
    case 'redirect-mode-error':
      return isNot(
        { who: 'request', value: `redirect mode ${params.request.record.redirect}` },
        'redirect mode follow',
      );
    case 'redirect-location-invalid':
      return isNot(leadsTo, 'a URL');
    case 'redirect-scheme-not-supported':
      return isNot(leadsTo, 'an http or https URL');
    case 'redirect-too-many': {
      const count = params.request.redirects + 1;
      return isNot({ who: 'answer', value: `redirect ${count}` }, `one of the first ${maximumRedirects(params)}`);
    }
    case 'redirect-url-has-credentials':
      return isNot(leadsTo, 'a URL without name or password');
    default:
      return undefined;
  }
}
