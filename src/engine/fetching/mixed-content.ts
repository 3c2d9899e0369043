/** https://w3c.github.io/webappsec-mixed-content/#should-block-fetch */

import { isLoopback, isPotentiallyTrustworthy } from '../infrastructure/trustworthy';
import type { ParsedUrl } from '../infrastructure/urls';
import { failure, PASSED, type Outcome } from './failure';
import { currentUrl, type FetchParams } from './fetch-params';
import { equal, gate } from './trace';

const SPEC = 'https://w3c.github.io/webappsec-mixed-content/#should-block-fetch';

/** An https page may not load anything that travels in the clear. */
export function mixedContentCheck(params: FetchParams): Outcome {
  const { request } = params;
  return mixedContentCheckOf(params, currentUrl(request), request.redirects > 0 ? 'redirect' : 'request');
}

export function mixedContentCheckOf(params: FetchParams, url: ParsedUrl, phase: 'request' | 'redirect'): Outcome {
  const { environment } = params;
  if (environment.clientUrl.scheme !== 'https') return PASSED;
  const trustworthy =
    isPotentiallyTrustworthy(url) &&
    (environment.profile.request.loopbackIsNotMixedContent || !isLoopback(url.hostname));
  if (trustworthy || url.scheme !== 'http') return PASSED;
  if (environment.trace) {
    const compared = equal({ who: 'page', value: 'https' }, { who: 'request', value: url.scheme }, false);
    gate(params, { step: 'mixed-content-check', spec: SPEC, compared }, 'mixed-content');
  }
  return failure({ step: 'mixed-content-check', reason: 'mixed-content', phase, url });
}
