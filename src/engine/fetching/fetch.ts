/** https://fetch.spec.whatwg.org/#concept-fetch */

import type { FetchOutcome, RequestRecord } from '../contract';
import { parseUrl } from '../infrastructure/urls';
import { DOORS } from '../profiles/doors';
import { abortError } from '../profiles/request-errors';
import type { Failure } from './failure';
import type { Environment, FetchParams, InternalResponse } from './fetch-params';
import { filterResponse } from './filtered-responses';
import { integrityCheck } from './integrity-check';
import { mainFetch } from './main-fetch';
import { DEFAULT_POLICY, reportIgnoredPolicy } from './referrer-policies';
import { requestHeaders } from './request-headers';
import { upgradeMixedContent } from './upgrade-mixed-content';

/** Never rejects. */
export async function fetch(
  environment: Environment,
  given: RequestRecord,
  id: number,
  signal: { aborted: boolean } | undefined,
): Promise<FetchOutcome> {
  let record = given;
  const { formPostRevalidates, beaconRevalidates } = DOORS[environment.profile.name];
  const posted = formPostRevalidates && given.initiator === 'form' && given.method === 'POST';
  if (posted || (beaconRevalidates && given.initiator === 'beacon')) record = { ...given, cache: 'no-cache' };
  const asked = parseUrl(record.url, environment.client.url);
  if (asked === null) return { response: null, failure: invalidUrl(environment), exchanges: [] };
  const url = upgradeMixedContent(environment, record, asked, id);
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
      sentReferrer: 'no-referrer',
      firstReferrer: null,
      // main fetch step 8
      referrerPolicy: record.referrerPolicy || DEFAULT_POLICY,
      policyIgnored: false,
      preflighted: 'no',
      methodJustChanged: false,
      sentOrigin: null,
      firstHop: null,
      droppedType: null,
      redirectedBy: null,
    },
    exchanges: [],
    signal,
    exchange: undefined,
  };
  reportIgnoredPolicy(params);
  const response = await mainFetch(params);
  if (!response.ok) return refused(params, response);
  const integrity = await integrityCheck(params, response);
  return integrity.ok ? success(params, response) : refused(params, integrity);
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
