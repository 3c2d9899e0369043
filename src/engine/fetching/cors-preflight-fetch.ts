/** https://fetch.spec.whatwg.org/#cors-preflight-fetch */

import type { HeaderList, HttpResponse } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { extractTokens, type TokenList } from '../infrastructure/header-lists';
import { isSameOrigin, isSameSite } from '../infrastructure/origins';
import { isCorsSafelistedMethod } from '../infrastructure/methods';
import { parseUrl } from '../infrastructure/urls';
import type { PreflightCheckName } from '../profiles/profile';
import { cacheModeOf } from './cache-mode';
import { corsCheck } from './cors-check';
import { storePreflightResult } from './cors-preflight-cache';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import { currentUrl, requestOrigin, type FetchParams, type InternalResponse } from './fetch-params';
import { locationUrl } from './redirect-locations';
import { httpNetworkFetch } from './http-network-fetch';
import { allIn, gate, isIn, isNot } from './trace';

/** What the answer allows, as far as its headers could be read. */
export interface PreflightResult {
  methods: TokenList;
  headerNames: TokenList;
  response: InternalResponse;
}

/** `names`: the CORS-unsafe request-header names of this hop. */
export async function corsPreflightFetch(params: FetchParams, names: readonly string[]): Promise<Outcome> {
  const { profile } = params.environment;
  const { request } = params;
  const url = currentUrl(request);
  const origin = profile.preflight.keepsOriginWhenTainted ? params.environment.origin : requestOrigin(params);
  // Steps 1 to 6
  const answer = await httpNetworkFetch(params, {
    kind: 'preflight',
    method: 'OPTIONS',
    url,
    headers: preflightHeaders(params, names, origin),
    body: null,
  });
  if (!answer.ok) return { ...answer, phase: 'preflight' };
  const result: PreflightResult = {
    methods: allowedMethods(params, answer),
    headerNames: extractTokens(answer.headers, 'access-control-allow-headers'),
    response: answer,
  };
  // Step 7, in the order of this browser
  for (const check of profile.preflight.checks) {
    if (check === 'method' && profile.cache.storesRefusals) storePreflightResult(params, result);
    const outcome = CHECKS[check](params, result, names, origin);
    if (!outcome.ok) return outcome;
  }
  warnAboutAuthorization(params, result, names);
  if (!profile.cache.storesRefusals) storePreflightResult(params, result);
  return PASSED;
}

/** Steps 7.1 and 7.4: where no list of methods came, an upload listener's preflight counts as one of its method. */
function allowedMethods({ environment, request }: FetchParams, { headers }: HttpResponse): TokenList {
  const given = getHeader(headers, 'access-control-allow-methods');
  const { listenerImpliesMethod } = environment.profile.preflight;
  if (given === null && listenerImpliesMethod && request.record.useCorsPreflight) {
    return { ok: true, tokens: [request.method] };
  }
  return extractTokens(headers, 'access-control-allow-methods');
}

function preflightHeaders(params: FetchParams, names: readonly string[], origin: string): HeaderList {
  const { request } = params;
  // Steps 3 to 5
  const headers: HeaderList = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', request.method],
  ];
  if (names.length > 0) headers.push(['Access-Control-Request-Headers', names.join(',')]);
  headers.push(['Origin', origin]);
  const referrer = preflightReferrer(params);
  if (referrer !== 'no-referrer') headers.push(['Referer', referrer]);
  const { network } = params.environment.profile;
  for (const header of request.headers) {
    if (network.preflightCarries.includes(header[0].toLowerCase())) headers.push(header);
  }
  if (network.preflightHasCacheHeaders) headers.push(...network.cacheHeaders(cacheModeOf(params)));
  return headers;
}

function preflightReferrer({ request, environment }: FetchParams): string {
  const { sentReferrer, firstReferrer, redirects } = request;
  const { preflightKeepsReferrer } = environment.profile.network;
  if (!preflightKeepsReferrer || redirects === 0 || firstReferrer === null) return sentReferrer;
  const first = parseUrl(firstReferrer);
  return first && !isSameSite(environment.clientUrl, currentUrl(request)) ? `${first.origin}/` : firstReferrer;
}

type Check = (params: FetchParams, result: PreflightResult, names: readonly string[], origin: string) => Outcome;

const CHECKS: Record<PreflightCheckName, Check> = {
  redirect: checkRedirect,
  cors: (params, { response }, _names, origin) =>
    // to the page's own origin, a preflight that names it is no cross-origin request
    params.environment.profile.preflight.keepsOriginWhenTainted && isSameOrigin(origin, currentUrl(params.request))
      ? PASSED
      : corsCheck(params, response, origin, { phase: 'preflight', url: currentUrl(params.request) }),
  status: checkStatus,
  'methods-syntax': (params, { methods, response }) =>
    checkSyntax(params, response, methods, 'allow-methods-syntax', 'access-control-allow-methods'),
  'headers-syntax': (params, { headerNames, response }) =>
    checkSyntax(params, response, headerNames, 'allow-headers-syntax', 'access-control-allow-headers'),
  method: checkMethod,
  headers: checkHeaders,
};

/** A preflight is fetched with redirect mode `error`: to follow one could reveal where it leads. */
function checkRedirect(params: FetchParams, { response }: PreflightResult): Outcome {
  const target = locationUrl(params, response, currentUrl(params.request));
  if (response.status < 300 || response.status > 399 || target === null) return PASSED;
  const location = getHeader(response.headers, 'location');
  const compared = isNot({ who: 'answer', value: String(response.status) }, 'a final status');
  gate(params, { step: 'preflight-redirect-check', spec: 'cors-preflight-fetch-0', compared }, 'preflight-redirect');
  const refused = refusal(params, response, 'preflight-redirect-check', 'preflight-redirect', location);
  return target === 'invalid' ? refused : { ...refused, target };
}

function checkStatus(params: FetchParams, { response }: PreflightResult): Outcome {
  const { status } = response;
  const holds = status >= 200 && status <= 299;
  if (params.environment.trace) {
    const compared = isIn({ who: 'answer', value: String(status) }, { who: 'rule', value: '200-299' }, holds);
    gate(
      params,
      { step: 'preflight-status-check', spec: 'cors-preflight-fetch-0', compared, detail: { status } },
      holds ? null : 'preflight-status-not-ok',
    );
  }
  return holds
    ? PASSED
    : refusal(params, response, 'preflight-status-check', 'preflight-status-not-ok', String(status));
}

function checkSyntax(
  params: FetchParams,
  response: HttpResponse,
  list: TokenList,
  step: 'allow-methods-syntax' | 'allow-headers-syntax',
  header: string,
): Outcome {
  if (list.ok) return PASSED;
  const reason = step === 'allow-methods-syntax' ? 'allow-methods-invalid' : 'allow-headers-invalid';
  if (params.environment.trace) {
    const rule = step === 'allow-methods-syntax' ? 'a list of methods' : 'a list of header names';
    const compared = isNot({ who: 'answer', header, value: list.value }, rule);
    gate(params, { step, spec: 'cors-preflight-fetch-0', compared, detail: { invalid: list.invalid } }, reason);
  }
  return { ...refusal(params, response, step, reason, list.value), item: list.invalid };
}

/** Step 7.5 */
function checkMethod(params: FetchParams, { methods, response }: PreflightResult): Outcome {
  const { request } = params;
  const allowed = methods.ok ? methods.tokens : [];
  const wildcard = request.record.credentials !== 'include' && allowed.includes('*');
  const holds = allowed.includes(request.method) || isCorsSafelistedMethod(request.method) || wildcard;
  if (params.environment.trace) {
    const compared = isIn(
      { who: 'request', header: 'access-control-request-method', value: request.method },
      {
        who: 'answer',
        header: 'access-control-allow-methods',
        value: headerPresent(response, 'access-control-allow-methods', allowed),
      },
      holds,
    );
    const implied = headerMissing(response) && allowed.length > 0;
    const detail = { safelisted: isCorsSafelistedMethod(request.method), wildcard, ...(implied ? { implied } : {}) };
    gate(
      params,
      { step: 'method-check', spec: 'cors-preflight-fetch-0', compared, detail },
      holds ? null : 'method-not-allowed',
    );
  }
  return holds ? PASSED : refusal(params, response, 'method-check', 'method-not-allowed', request.method);
}

/** Steps 7.6 and 7.7 */
function checkHeaders(
  params: FetchParams,
  { headerNames, response }: PreflightResult,
  names: readonly string[],
): Outcome {
  if (names.length === 0) return PASSED;
  const { request } = params;
  const { preflight } = params.environment.profile;
  const allowed = headerNames.ok ? headerNames.tokens : [];
  const wildcard = request.record.credentials !== 'include' && allowed.includes('*');
  const missing = missingNames(names, allowed, wildcard, preflight.wildcardCoversAuthorization);
  if (params.environment.trace) {
    const compared = allIn(
      { who: 'request', header: 'access-control-request-headers', value: [...names] },
      {
        who: 'answer',
        header: 'access-control-allow-headers',
        value: headerPresent(response, 'access-control-allow-headers', allowed),
      },
      missing,
    );
    const reason = missing.length === 0 ? null : 'header-not-allowed';
    gate(params, { step: 'headers-check', spec: 'cors-preflight-fetch-0', compared, detail: { wildcard } }, reason);
  }
  if (missing.length === 0) return PASSED;
  const named = preflight.namedHeader(missing, params);
  return refusal(params, response, 'headers-check', 'header-not-allowed', named);
}

/** The names that the list does not allow. Authorization is the one CORS non-wildcard request-header name. */
export function missingNames(
  names: readonly string[],
  allowed: readonly string[],
  wildcard: boolean,
  wildcardCoversAuthorization: boolean,
): string[] {
  const lower = new Set<string>();
  for (const name of allowed) lower.add(name.toLowerCase());
  return names.filter((name) => {
    if (lower.has(name)) return false;
    return !wildcard || (name === 'authorization' && !wildcardCoversAuthorization);
  });
}

/** Then what is allowed comes from step 7.4. */
function headerMissing({ headers }: HttpResponse): boolean {
  return getHeader(headers, 'access-control-allow-methods') === null;
}

function headerPresent(response: HttpResponse, header: string, tokens: string[]): string[] | null {
  return getHeader(response.headers, header) === null ? null : tokens;
}

/** As often as the header was named. */
function warnAboutAuthorization(params: FetchParams, { headerNames }: PreflightResult, names: readonly string[]): void {
  if (!headerNames.ok || params.request.record.credentials === 'include') return;
  const { tokens } = headerNames;
  if (!tokens.includes('*') || tokens.some((token) => token.toLowerCase() === 'authorization')) return;
  const lines = params.environment.profile.words.authorizationUnderWildcard(currentUrl(params.request).wire);
  for (const name of names) {
    if (name === 'authorization') for (const line of lines) params.environment.print(line, params.id);
  }
}

function refusal(
  params: FetchParams,
  response: HttpResponse,
  step: Failure['step'],
  reason: Failure['reason'],
  value: string | null,
): Failure {
  const url = currentUrl(params.request);
  return failure({ step, reason, phase: 'preflight', url, status: response.status, value });
}
