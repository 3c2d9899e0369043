/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names, of a request on its way */

import { corsUnsafeRequestHeaderNames } from '../infrastructure/safelisted-headers';
import type { FetchParams } from './fetch-params';

/** The names that the request's headers make a preflight ask for, sorted. */
export function unsafeNamesNow({ request, environment }: FetchParams): string[] {
  const { safelist, preflight } = environment.profile;
  return corsUnsafeRequestHeaderNames(request.headers, safelist, preflight.repeatsNames);
}

/** The names of this hop. After a redirect some browsers still ask as for the first one. */
export function unsafeNames(params: FetchParams): string[] {
  const { firstHop } = params.request;
  return firstHop && params.environment.profile.preflight.namesDroppedHeaders ? firstHop.names : unsafeNamesNow(params);
}
