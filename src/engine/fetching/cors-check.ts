/** https://fetch.spec.whatwg.org/#concept-cors-check */

import type { HttpResponse, Reason } from '../contract';
import { getHeader, getHeaderLines } from '../infrastructure/headers';
import { decodeUtf8 } from '../infrastructure/bytes';
import { parseUrl, type ParsedUrl } from '../infrastructure/urls';
import { failure, PASSED, type Failure, type Outcome } from './failure';
import type { FetchParams } from './fetch-params';
import { equal, gate } from './trace';

/** `origin` is the serialized origin that the answer has to name; `include`: credentials count as included. */
export function corsCheck(
  params: FetchParams,
  response: HttpResponse,
  origin: string,
  judged: { phase: Failure['phase']; url: ParsedUrl },
  include = params.request.record.credentials === 'include',
): Outcome {
  // Step 1
  const allowed = getHeader(response.headers, 'access-control-allow-origin');
  const reason = reasonToRefuse(allowed, origin, include);
  if (params.environment.trace) {
    gate(
      params,
      { step: 'cors-check', spec: 'concept-cors-check', compared: originsCompared(allowed, origin, reason) },
      reason,
    );
  }
  if (reason !== null) {
    return refusal(response, origin, 'cors-check', 'access-control-allow-origin', reason, judged);
  }
  // Step 5: without credentials, or by the wildcard, nothing more is asked
  if (!include) return PASSED;
  // Steps 6 to 8: exactly `true`
  const credentials = getHeader(response.headers, 'access-control-allow-credentials');
  const holds = credentials === 'true';
  if (params.environment.trace) {
    const compared = equal(
      { who: 'rule', value: 'true' },
      { who: 'answer', header: 'access-control-allow-credentials', value: credentials },
      holds,
    );
    gate(
      params,
      { step: 'credentials-check', spec: 'concept-cors-check', compared },
      holds ? null : 'allow-credentials-not-true',
    );
  }
  if (holds) return PASSED;
  return refusal(
    response,
    origin,
    'credentials-check',
    'access-control-allow-credentials',
    'allow-credentials-not-true',
    judged,
  );
}

/** null: the answer may be read. Steps 2 to 5, with the mismatch told apart. */
function reasonToRefuse(allowed: string | null, origin: string, include: boolean): Reason | null {
  if (allowed === null) return 'allow-origin-missing';
  if (allowed === '*') return include ? 'allow-origin-wildcard-with-credentials' : null;
  if (allowed === origin) return null;
  if (/[ ,]/.test(allowed)) return 'allow-origin-multiple-values';
  if (allowed !== 'null' && !isUrl(allowed)) return 'allow-origin-invalid';
  return 'allow-origin-mismatch';
}

/** The value is bytes; a URL is their UTF-8 decoding. */
function isUrl(value: string): boolean {
  const text = decodeUtf8(value);
  return text !== null && parseUrl(text) !== null;
}

function originsCompared(allowed: string | null, origin: string, reason: Reason | null) {
  return equal(
    { who: 'request', header: 'origin', value: origin },
    { who: 'answer', header: 'access-control-allow-origin', value: allowed },
    reason === null,
  );
}

function refusal(
  response: HttpResponse,
  origin: string,
  step: Failure['step'],
  header: string,
  reason: Reason,
  { phase, url }: { phase: Failure['phase']; url: ParsedUrl },
): Failure {
  return failure({
    step,
    reason,
    phase,
    url,
    status: response.status,
    value: getHeader(response.headers, header),
    lines: getHeaderLines(response.headers, header).length,
    origin,
    location: getHeader(response.headers, 'location'),
  });
}
