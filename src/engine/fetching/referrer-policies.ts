/** The referrer policy of a request, and what browsers make of one that tells other sites more than the default does. */

import type { HttpResponse } from '../contract';
import { getHeader, getHeaderLines } from '../infrastructure/headers';
import { isSameOrigin, isSchemelesslySameSite } from '../infrastructure/origins';
import { REFERRER_POLICIES } from '../infrastructure/referrer-policy-names';
import { isHttp, type ParsedUrl } from '../infrastructure/urls';
import { currentUrl, type Environment, type FetchParams, type InternalResponse } from './fetch-params';
import { locationUrl } from './redirect-locations';

export const DEFAULT_POLICY = 'strict-origin-when-cross-origin';

const KNOWN: ReadonlySet<string> = new Set(REFERRER_POLICIES);

/** The last policy that is known. https://w3c.github.io/webappsec-referrer-policy/#parse-referrer-policy-from-header */
export function referrerPolicyOf(response: HttpResponse): string | null {
  const value = getHeader(response.headers, 'referrer-policy');
  if (value === null) return null;
  const known = value
    .split(',')
    .map((member) => member.trim().toLowerCase())
    .filter((member) => KNOWN.has(member));
  return known[known.length - 1] ?? null;
}

/** The browser goes by its default instead, on the way to another site: from an opaque origin every URL is one. */
export function isPolicyIgnored({ profile, origin, clientUrl }: Environment, policy: string, url: ParsedUrl): boolean {
  if (!profile.request.ignoredReferrerPolicies.has(policy)) return false;
  return origin === 'null' || !isSchemelesslySameSite(clientUrl, url);
}

/** Says so, before anything else is looked at. */
export function reportIgnoredPolicy({ environment, request, id }: FetchParams): void {
  const { referrer, referrerPolicy: policy } = request;
  const url = currentUrl(request);
  if (referrer === 'no-referrer' || !isPolicyIgnored(environment, policy, url)) return;
  for (const line of environment.profile.words.referrerPolicyIgnored(policy, url.href)) environment.print(line, id);
}

/**
 * Firefox says it of a redirect as soon as it has a channel for it, in two processes: in the browser's, unless it has
 * ignored the same policy just before, and in the page's, if the redirect gets that far. Of an opaque origin's requests,
 * which have no referrer to cut, it says nothing more (153.8 ESR).
 */
export function reportIgnoredPolicyOfRedirect(params: FetchParams, response: InternalResponse): void {
  const { environment, request, id } = params;
  const target = locationUrl(params, response, currentUrl(request));
  if (request.referrer === 'no-referrer' || environment.origin === 'null') return;
  if (target === null || target === 'invalid' || !isHttp(target)) return;
  if (new Set(getHeaderLines(response.headers, 'location')).size > 1) return;
  const given = referrerPolicyOf(response);
  const policy = given ?? request.referrerPolicy;
  if (!isPolicyIgnored(environment, policy, target)) return;
  const { mode, keepalive } = request.record;
  const stopped =
    request.redirects >= environment.profile.redirect.maximum ||
    (mode === 'same-origin' && !isSameOrigin(environment.origin, target));
  const processes = [given !== null || !request.policyIgnored, !keepalive && !stopped];
  for (const prints of processes) {
    const lines = prints ? environment.profile.words.referrerPolicyIgnored(policy, target.href) : [];
    for (const line of lines) environment.print(line, id);
  }
}
