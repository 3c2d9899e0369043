/** https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist */

import { platform } from '../infrastructure/platform';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import { opaqueRedirectBody } from './filtered-responses';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { gate, isIn, isNot } from './trace';

const SPEC = 'https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist';
const BLANK = /^[\t\n\f\r ]+$/;
const STRENGTH = ['sha256', 'sha384', 'sha512'];
const DIGEST_NAMES: Record<string, string> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

/** Main fetch step 22. What is opaque is never eligible; of a redirect that is handed out browsers think differently. */
export async function integrityCheck(params: FetchParams, response: InternalResponse): Promise<Outcome> {
  const { request } = params;
  const { integrity } = request.record;
  const { environment } = params;
  const isNone = integrity === '' || (environment.profile.request.blankIntegrityIsNone && BLANK.test(integrity));
  if (isNone) return PASSED;
  for (const line of environment.profile.words.integrityRead(integrity)) environment.print(line, params.id);
  const strongest = strongestMetadata(integrity);
  const body = bodyToCheck(params, response);
  if (body === null) {
    const compared = isNot({ who: 'answer', value: 'opaque' }, 'readable');
    gate(params, { step: 'integrity-check', spec: SPEC, compared }, 'integrity-mismatch');
    return refusal(params, response, response.body, '', null);
  }
  if (strongest === null) return PASSED;
  const digest = new Uint8Array(
    await params.environment.real(platform.crypto.subtle.digest(DIGEST_NAMES[strongest.algorithm] ?? '', body)),
  );
  const actual = platform.btoa(String.fromCharCode(...digest));
  const holds = strongest.values.includes(actual);
  if (params.environment.trace) {
    const compared = isIn({ who: 'answer', value: actual }, { who: 'page', value: strongest.values }, holds);
    gate(params, { step: 'integrity-check', spec: SPEC, compared }, holds ? null : 'integrity-mismatch');
  }
  return holds ? PASSED : refusal(params, response, body, strongest.algorithm, actual);
}

/** null: the response is not eligible. */
function bodyToCheck({ request, environment }: FetchParams, response: InternalResponse): Uint8Array | null {
  if (request.tainting === 'opaque') return null;
  const { redirectIntegrity } = environment.profile.request;
  if (response.type !== 'opaqueredirect' || redirectIntegrity === 'body') return response.body;
  return redirectIntegrity === 'nothing' ? null : opaqueRedirectBody(environment.profile.response, response);
}

/** `digest` null: the response is not eligible, it can not be read. */
function refusal(
  params: FetchParams,
  response: InternalResponse,
  body: Uint8Array,
  algorithm: string,
  digest: string | null,
): Failure {
  return failure({
    step: 'integrity-check',
    reason: 'integrity-mismatch',
    phase: 'response',
    url: currentUrl(params.request),
    status: response.status,
    value: digest,
    item: algorithm,
    size: body.length,
    expectedSize: response.omitted ?? response.body.length,
  });
}

function strongestMetadata(integrity: string): { algorithm: string; values: string[] } | null {
  const items = integrity
    .split(/[\t\n\f\r ]+/)
    .map((item) => /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(\?.*)?$/i.exec(item))
    .filter((item) => item !== null)
    .map(([, algorithm = '', value = '']) => ({
      algorithm: algorithm.toLowerCase(),
      value: value.replaceAll('-', '+').replaceAll('_', '/'),
    }));
  for (const algorithm of STRENGTH.toReversed()) {
    const values = items.filter((item) => item.algorithm === algorithm).map((item) => item.value);
    if (values.length > 0) return { algorithm, values };
  }
  return null;
}
