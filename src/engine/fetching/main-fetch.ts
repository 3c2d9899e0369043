/** https://fetch.spec.whatwg.org/#concept-main-fetch */

import type { Comparison } from '../contract';
import { isCorsSafelistedMethod } from '../infrastructure/methods';
import { isSameOrigin } from '../infrastructure/origins';
import { isHttp, type ParsedUrl } from '../infrastructure/urls';
import { isBadPort } from './bad-ports';
import { clearCacheEntries } from './cors-preflight-cache';
import { setReferrer } from './determine-referrer';
import { unsafeNames } from './cors-unsafe-names';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import type { PreflightCacheSwitches } from '../profiles/profile';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { httpFetch } from './http-fetch';
import { mixedContentCheck } from './mixed-content';
import { preflightCauses } from './preflight-causes';
import { sameOriginModeCheck } from './same-origin-mode';
import { schemeFetch } from './scheme-fetch';
import { equal, gate, isIn, isNot, way } from './trace';

type Result = InternalResponse | Failure;

/** Called again for every redirect. */
export async function mainFetch(params: FetchParams): Promise<Result> {
  const url = currentUrl(params.request);
  for (const check of params.environment.profile.request.checks) {
    const outcome = REQUEST_CHECKS[check](params, url);
    if (!outcome.ok) return outcome;
  }
  // Step 9
  setReferrer(params);
  return tainted(params, url);
}

export type RequestCheckName = 'port' | 'mixed-content' | 'mode' | 'size';

const REQUEST_CHECKS: Record<RequestCheckName, (params: FetchParams, url: ParsedUrl) => Outcome> = {
  // Step 7
  port: checkPort,
  'mixed-content': (params) =>
    params.request.redirects > 0 && params.environment.profile.redirect.pageLooksAfterPreflight
      ? PASSED
      : mixedContentCheck(params),
  mode: checkMode,
  size: checkSize,
};

/** Bytes that a request which may outlive its page may carry. sendBeacon() counts by itself. */
const KEEPALIVE_QUOTA = 65_536;

/** https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.10, which browsers take before all others. */
function checkSize(params: FetchParams): Outcome {
  const { record, body } = params.request;
  if (!record.keepalive || record.initiator !== 'fetch' || (body?.length ?? 0) <= KEEPALIVE_QUOTA) return PASSED;
  const carried = { who: 'request', value: `${body?.length} bytes` } as const;
  const compared = isNot(carried, 'a body of at most 64 KiB, as keepalive asks for');
  gate(params, { step: 'request-check', spec: 'concept-http-network-or-cache-fetch', compared }, 'invalid-request');
  return refusal(params, 'request-check', 'invalid-request');
}

function checkPort(params: FetchParams, url: ParsedUrl): Outcome {
  if (!isBadPort(url)) return PASSED;
  const compared = isNot({ who: 'request', value: `port ${url.port}` }, 'a port that browsers talk to');
  gate(params, { step: 'request-check', spec: 'block-bad-port', compared }, 'bad-port');
  return refusal(params, 'request-check', 'bad-port');
}

/** The conditions of step 13 that end in a network error. */
function checkMode(params: FetchParams, url: ParsedUrl): Outcome {
  const { record, tainting } = params.request;
  if (record.mode === 'navigate' || record.mode === 'websocket') return PASSED;
  const sameOrigin = isSameOrigin(params.environment.origin, url);
  if ((sameOrigin && tainting === 'basic') || url.scheme === 'data') return PASSED;
  if (record.mode === 'same-origin') return sameOriginModeCheck(params, url, phaseOf(params));
  if (record.mode === 'no-cors') {
    if (record.redirect === 'follow') return PASSED;
    const compared = isNot({ who: 'request', value: `redirect mode ${record.redirect}` }, 'redirect mode follow');
    gate(params, { step: 'mode-check', spec: 'concept-main-fetch', compared }, 'no-cors-redirect-mode');
    return refusal(params, 'mode-check', 'no-cors-redirect-mode');
  }
  if (isHttp(url)) return PASSED;
  const compared = isNot({ who: 'request', value: `${url.scheme}:` }, 'a scheme that can be fetched');
  gate(params, { step: 'request-check', spec: 'concept-main-fetch', compared }, 'url-scheme-not-supported');
  return refusal(params, 'request-check', 'url-scheme-not-supported');
}

/** Step 13: which road the request takes, and how tainted the response comes back. */
async function tainted(params: FetchParams, url: ParsedUrl): Promise<Result> {
  const { request, environment } = params;
  const { mode } = request.record;
  const sameOrigin = isSameOrigin(environment.origin, url);
  const crossOrigin = !(sameOrigin && request.tainting === 'basic');
  if (environment.trace && isHttp(url)) {
    const compared = equal(
      { who: 'page', value: environment.origin },
      { who: 'request', value: url.origin },
      sameOrigin,
    );
    way(params, { step: 'cross-origin', spec: 'concept-main-fetch', compared, detail: { mode } }, crossOrigin);
  }
  if (!crossOrigin || url.scheme === 'data' || mode === 'navigate' || mode === 'websocket') {
    request.tainting = 'basic';
    return schemeFetch(params);
  }
  if (mode === 'no-cors') {
    request.tainting = 'opaque';
    return schemeFetch(params);
  }
  request.tainting = 'cors';
  const names = unsafeNames(params);
  const needed = preflightNeeded(params, names);
  const response = await httpFetch(params, needed ? names : null);
  if (!response.ok && clearsCache[environment.profile.cache.clearedBy](response, needed)) clearCacheEntries(params);
  return response;
}

const clearsCache: Record<PreflightCacheSwitches['clearedBy'], (cause: Failure, preflightNeeded: boolean) => boolean> =
  {
    'failure-after-preflight': (_cause, needed) => needed,
    'any-failure-but-redirect-mode': ({ reason }) => reason !== 'redirect-mode-error',
    nothing: () => false,
  };

function preflightNeeded(params: FetchParams, names: readonly string[]): boolean {
  const { request, environment } = params;
  const { preflight } = environment.profile;
  const first = request.firstHop;
  const again =
    preflight.onceUnsafeAlwaysUnsafe &&
    first !== null &&
    (!isCorsSafelistedMethod(first.method) || first.names.length > 0);
  const { useCorsPreflight, body } = request.record;
  const listened = useCorsPreflight && (body !== null || preflight.uploadListenerWithoutBody);
  const needed = !isCorsSafelistedMethod(request.method) || names.length > 0 || listened || again;
  if (environment.trace) {
    const decision = { step: 'preflight-needed', spec: 'concept-main-fetch' } as const;
    if (needed) way(params, { ...decision, causes: preflightCauses(params, names, listened) }, true);
    else way(params, { ...decision, compared: safelistedMethod(request.method) }, false);
  }
  return needed;
}

const safelistedMethod = (method: string): Comparison =>
  isIn({ who: 'request', value: method }, { who: 'rule', value: ['GET', 'HEAD', 'POST'] }, true);

function refusal(params: FetchParams, step: Failure['step'], reason: Failure['reason']): Failure {
  return failure({ step, reason, phase: phaseOf(params), url: currentUrl(params.request) });
}

const phaseOf = ({ request }: FetchParams) => (request.redirects > 0 ? 'redirect' : 'request');
