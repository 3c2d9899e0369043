/** https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer */

import { isSameOrigin } from '../infrastructure/origins';
import { isPotentiallyTrustworthy } from '../infrastructure/trustworthy';
import { isHttp, parseUrl, type ParsedUrl } from '../infrastructure/urls';
import { currentUrl, type FetchParams } from './fetch-params';
import { DEFAULT_POLICY, isPolicyIgnored } from './referrer-policies';

const LONGEST = 4096;

/** Sets what this hop sends as Referer. The next one starts from there, unless a policy that is ignored has narrowed it. */
export function setReferrer(params: FetchParams): void {
  const { request, environment } = params;
  request.policyIgnored = isPolicyIgnored(environment, request.referrerPolicy, currentUrl(request));
  const policy = request.policyIgnored ? DEFAULT_POLICY : request.referrerPolicy;
  request.sentReferrer = cut(params, determineReferrer(params, policy)) ?? 'no-referrer';
  request.firstReferrer ??= request.sentReferrer;
  if (!request.policyIgnored) request.referrer = request.sentReferrer;
}

/** https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer, step 6 */
function cut({ environment, id }: FetchParams, referrer: string | null): string | null {
  if (referrer === null || referrer.length <= LONGEST) return referrer;
  const origin = `${parseUrl(referrer)?.origin ?? ''}/`;
  for (const line of environment.profile.words.referrerCut(origin)) environment.print(line, id);
  return origin;
}

/** The value of Referer; null: none is sent. */
function determineReferrer(params: FetchParams, policy: string): string | null {
  const { request, environment } = params;
  if (request.referrer === 'no-referrer') return null;
  const source = sourceOf(request.referrer, params);
  if (source === null || !isHttp(source)) return null;
  const target = currentUrl(request);
  const sameOrigin = source.origin === target.origin && isSameOrigin(source.origin, target);
  const opaque = environment.origin === 'null' && environment.profile.request.opaquePageReferrer === 'none';
  const secure = environment.profile.request.referrerDowngrade === 'from-https' ? isHttps : isPotentiallyTrustworthy;
  const downgrade = secure(source) && !secure(target);
  const full = source.wire;
  const origin = `${source.origin}/`;
  switch (policy) {
    case 'no-referrer':
      return null;
    case 'origin':
      return origin;
    case 'unsafe-url':
      return full;
    case 'strict-origin':
      return downgrade ? null : origin;
    case 'same-origin':
      return sameOrigin && !opaque ? full : null;
    case 'origin-when-cross-origin':
      return sameOrigin && !opaque ? full : origin;
    case 'no-referrer-when-downgrade':
      return downgrade ? null : full;
    default:
      if (sameOrigin && !opaque) return full;
      return downgrade ? null : origin;
  }
}

const isHttps = ({ scheme }: ParsedUrl): boolean => scheme === 'https';

function sourceOf(referrer: string, params: FetchParams): ParsedUrl | null {
  const { environment } = params;
  if (referrer !== 'client' && referrer !== 'about:client') return parseUrl(referrer, environment.client.url);
  if (environment.origin === 'null' && environment.profile.request.opaquePageReferrer === 'none') return null;
  return environment.clientUrl;
}
