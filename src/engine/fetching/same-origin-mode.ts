/** https://fetch.spec.whatwg.org/#concept-main-fetch, step 13: a request that may not leave the page's origin. */

import { isSameOrigin } from '../infrastructure/origins';
import type { ParsedUrl } from '../infrastructure/urls';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import type { FetchParams } from './fetch-params';
import { equal, gate } from './trace';

export function sameOriginModeCheck(
  params: FetchParams,
  url: ParsedUrl,
  phase: Extract<Failure['phase'], 'request' | 'redirect'>,
): Outcome {
  const { origin } = params.environment;
  if (params.request.record.mode !== 'same-origin' || isSameOrigin(origin, url)) return PASSED;
  const compared = equal({ who: 'page', value: origin }, { who: 'request', value: url.origin }, false);
  gate(params, { step: 'mode-check', spec: 'concept-main-fetch', compared }, 'same-origin-mode-violation');
  return failure({ step: 'mode-check', reason: 'same-origin-mode-violation', phase, url });
}
