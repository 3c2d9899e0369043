/** https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check */

import { getHeader } from '../infrastructure/headers';
import { isSameOrigin, isSchemelesslySameSite } from '../infrastructure/origins';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import { type FetchParams, type InternalResponse } from './fetch-params';
import { gate, isIn } from './trace';

/** For no-cors requests: the answer may say that it is not for other origins or sites. */
export function corpCheck(
  params: FetchParams,
  response: InternalResponse,
  judged: Pick<Failure, 'phase' | 'url'>,
): Outcome {
  const { environment } = params;
  // Steps 2 and 3: anything but the three known values is no policy
  const policy = getHeader(response.headers, 'cross-origin-resource-policy');
  if (policy !== 'same-origin' && policy !== 'same-site' && policy !== 'cross-origin') return PASSED;
  const { url } = judged;
  const allowed =
    policy === 'cross-origin' || isSameOrigin(environment.origin, url) || (policy === 'same-site' && sameSite());
  if (environment.trace) {
    const compared = isIn(
      { who: 'page', value: environment.origin },
      { who: 'answer', header: 'cross-origin-resource-policy', value: policy },
      allowed,
    );
    const reason = allowed ? null : 'cross-origin-resource-policy';
    gate(
      params,
      { step: 'corp-check', spec: 'cross-origin-resource-policy-check', compared, detail: { url: url.origin } },
      reason,
    );
  }
  if (allowed) return PASSED;
  const { status } = response;
  return failure({
    step: 'corp-check',
    reason: 'cross-origin-resource-policy',
    ...judged,
    status,
    value: policy,
    location: getHeader(response.headers, 'location'),
  });

  /** Schemeless, but what comes over https does not go to a page over http. */
  function sameSite(): boolean {
    const { clientUrl, origin } = environment;
    return (
      origin !== 'null' &&
      isSchemelesslySameSite(clientUrl, url) &&
      (clientUrl.scheme === 'https' || url.scheme !== 'https')
    );
  }
}
