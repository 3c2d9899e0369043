/** https://fetch.spec.whatwg.org/#concept-fetch */

import type { FetchOutcome, RequestRecord } from '../contract';
import { hasHeader } from '../infrastructure/headers';
import { isSchemelesslySameSite } from '../infrastructure/origins';
import { parseUrl, type ParsedUrl } from '../infrastructure/urls';
import { DOORS } from '../profiles/doors';
import { abortError } from '../profiles/request-errors';
import type { Failure } from './failure';
import type { Environment, FetchParams, InternalResponse } from './fetch-params';
import { filterResponse } from './filtered-responses';
import { integrityCheck } from './integrity-check';
import { mainFetch } from './main-fetch';

/** Never rejects. */
export async function fetch(
  environment: Environment,
  given: RequestRecord,
  id: number,
  signal: { aborted: boolean } | undefined,
): Promise<FetchOutcome> {
  let record = given;
  const { formPostRevalidates } = DOORS[environment.profile.name];
  if (formPostRevalidates && given.initiator === 'form' && given.method === 'POST') {
    record = { ...given, cache: 'no-cache' };
  }
  const url = parseUrl(record.url, environment.client.url);
  if (url === null) return { response: null, failure: invalidUrl(environment), exchanges: [] };
  const params: FetchParams = {
    environment,
    id,
    request: {
      record,
      method: record.method,
      urls: [url],
      headers: requestHeaders(environment, record),
      body: record.body,
      tainting: 'basic',
      redirectTaint: 'same-origin',
      redirects: 0,
      crossed: false,
      justCrossed: false,
      fromCache: false,
      referrer: record.referrer === 'about:client' ? 'client' : record.referrer,
      firstReferrer: null,
      referrerPolicy: referrerPolicy(environment, record, url, id),
      preflighted: 'no',
      methodJustChanged: false,
      firstHop: null,
    },
    exchanges: [],
    signal,
    exchange: undefined,
  };
  const response = await mainFetch(params);
  if (!response.ok) return refused(params, response);
  const integrity = await integrityCheck(params, response);
  return integrity.ok ? success(params, response) : refused(params, integrity);
}

const DEFAULT_POLICY = 'strict-origin-when-cross-origin';
const LESS_RESTRICTED = new Set(['unsafe-url', 'no-referrer-when-downgrade', 'origin-when-cross-origin']);

/** Main fetch step 8, and what a browser makes of a policy that says more than the default. */
function referrerPolicy(environment: Environment, record: RequestRecord, url: ParsedUrl, id: number): string {
  const policy = record.referrerPolicy || DEFAULT_POLICY;
  const { profile, print, origin, clientUrl } = environment;
  if (!profile.request.restrictsReferrerPolicy || !LESS_RESTRICTED.has(policy)) return policy;
  const sameSite = isSchemelesslySameSite(clientUrl, url);
  if (origin === 'null' ? url.origin === clientUrl.origin : sameSite) return policy;
  for (const line of profile.words.referrerPolicyIgnored(policy, url.href)) print(line, id);
  return DEFAULT_POLICY;
}

/** Step 12: the default value of Accept. A page's User-Agent goes where the browser ignores it. */
function requestHeaders(environment: Environment, record: RequestRecord): [string, string][] {
  const { network, name: profile } = environment.profile;
  const own = network.userAgentIsSettable ? '' : 'user-agent';
  const headers = record.headers.filter(([name]) => name.toLowerCase() !== own);
  if (!hasHeader(headers, 'accept')) headers.push(['Accept', DOORS[profile].accept[record.destination] ?? '*/*']);
  return headers;
}

function success(params: FetchParams, response: InternalResponse): FetchOutcome {
  const outcome = { response: filterResponse(params, response), failure: null, exchanges: params.exchanges };
  if (params.request.record.destination === '') return outcome;
  const { status, statusText, headers, body } = response;
  return { ...outcome, internal: { status, statusText, headers, body } };
}

function refused(params: FetchParams, cause: Failure): FetchOutcome {
  const { profile, print } = params.environment;
  const aborted = cause.reason === 'aborted';
  if (!aborted) for (const line of profile.words.failure(cause, params)) print(line, params.id);
  const error = aborted ? abortError(profile.name, 'in-flight') : profile.words.rejection;
  return { response: null, failure: { reason: cause.reason, error }, exchanges: params.exchanges };
}

function invalidUrl(environment: Environment): FetchOutcome['failure'] {
  return { reason: 'invalid-request', error: environment.profile.words.rejection };
}
