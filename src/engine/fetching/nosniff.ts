/** https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-nosniff? */

import type { HttpResponse } from '../contract';
import { getDecodeAndSplit, getHeader } from '../infrastructure/headers';
import { isJavaScriptType, mimeTypeEssence } from '../infrastructure/mime-types';
import { failure, PASSED, type Outcome } from './failure';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { equal, gate } from './trace';

/** https://fetch.spec.whatwg.org/#determine-nosniff */
export function isNosniff({ headers }: HttpResponse): boolean {
  const value = getHeader(headers, 'x-content-type-options');
  return value !== null && getDecodeAndSplit(value)[0]?.toLowerCase() === 'nosniff';
}

export function nosniffCheck(params: FetchParams, response: InternalResponse): Outcome {
  const { destination } = params.request.record;
  if ((destination !== 'script' && destination !== 'style') || !isNosniff(response)) return PASSED;
  const type = mimeTypeEssence(getHeader(response.headers, 'content-type') ?? '') ?? '';
  const isScript = destination === 'script';
  const fits = isScript ? isJavaScriptType(type) : type === 'text/css';
  if (params.environment.trace) {
    const compared = equal(
      { who: 'answer', header: 'content-type', value: type === '' ? null : type },
      { who: 'rule', value: isScript ? 'a JavaScript MIME type' : 'text/css' },
      fits,
    );
    gate(
      params,
      { step: 'nosniff-check', spec: 'should-response-to-request-be-blocked-due-to-nosniff?', compared },
      fits ? null : 'nosniff',
    );
  }
  if (fits) return PASSED;
  return failure({
    step: 'nosniff-check',
    reason: 'nosniff',
    phase: 'response',
    url: currentUrl(params.request),
    status: response.status,
    value: type,
  });
}
