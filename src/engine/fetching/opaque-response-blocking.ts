/** https://github.com/annevk/orb: what Chromium and Firefox do with no-cors answers that no element can use. */

import { getHeader } from '../infrastructure/headers';
import { mimeTypeEssence } from '../infrastructure/mime-types';
import { failure, PASSED, type Outcome } from './failure';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { gate } from './trace';

const SPEC = 'https://github.com/annevk/orb';
const SAFELISTED =
  /^(text\/css|image\/svg\+xml|(text|application)\/(x-)?(java|ecma)script|text\/(jscript|livescript|javascript1\.[0-5]))$/;
const BLOCKLISTED = /^(text\/html|text\/json|text\/xml|application\/xml|[a-z]+\/[^;]+\+(json|xml)|application\/json)$/;
const MEDIA = /^(image|audio|video)\//;

/** Only for elements: the response to a script's no-cors fetch is opaque anyway. */
export function opaqueResponseBlockingCheck(params: FetchParams, response: InternalResponse): Outcome {
  const { record } = params.request;
  if (!params.environment.profile.response.opaqueResponseBlocking || record.destination === '') return PASSED;
  const type = mimeTypeEssence(getHeader(response.headers, 'content-type') ?? '') ?? '';
  const blocked = isBlocked(type, response);
  if (params.environment.trace) {
    gate(params, { step: 'orb-check', spec: SPEC, detail: { type } }, blocked ? 'opaque-response-blocking' : null);
  }
  if (!blocked) return PASSED;
  return failure({
    step: 'orb-check',
    reason: 'opaque-response-blocking',
    phase: 'response',
    url: currentUrl(params.request),
    status: response.status,
    value: type,
  });
}

function isBlocked(type: string, response: InternalResponse): boolean {
  if (SAFELISTED.test(type) || MEDIA.test(type)) return false;
  const nosniff = getHeader(response.headers, 'x-content-type-options')?.trim().toLowerCase() === 'nosniff';
  if (BLOCKLISTED.test(type)) return nosniff || response.status === 206 || !looksLikeScript(response.body);
  return nosniff && type === 'text/plain';
}

/** A mislabelled script is let through: markup and JSON are not scripts. */
function looksLikeScript(body: Uint8Array): boolean {
  const text = String.fromCharCode(...body.subarray(0, 256)).trimStart();
  return text !== '' && !/^[<{[]/.test(text);
}
