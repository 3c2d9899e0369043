/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names, of a request on its way */

import { corsUnsafeRequestHeaderNames } from '../infrastructure/safelisted-headers';
import { REQUEST_BODY_HEADERS } from '../infrastructure/request-body-headers';
import type { FetchParams } from './fetch-params';

/** The names that the request's headers make a preflight ask for, sorted. */
export function unsafeNamesNow({ request, environment }: FetchParams): string[] {
  // the unsafe-request flag is not set: Last-Event-ID asks for nothing
  if (request.record.initiator === 'eventsource') return [];
  const { safelist, preflight } = environment.profile;
  return corsUnsafeRequestHeaderNames(request.headers, safelist, preflight.repeatsNames);
}

/** The names of this hop. After a redirect some browsers still ask as for the first one. */
export function unsafeNames(params: FetchParams): string[] {
  const { firstHop, methodJustChanged } = params.request;
  const { namesDroppedHeaders, namesReturn } = params.environment.profile.preflight;
  if (firstHop && namesDroppedHeaders) return firstHop.names;
  const names = unsafeNamesNow(params);
  if (!firstHop || !namesReturn || methodJustChanged) return names;
  const returning = firstHop.names.filter((name) => REQUEST_BODY_HEADERS.has(name) && !names.includes(name));
  return returning.length > 0 ? [...names, ...returning].sort() : names;
}
