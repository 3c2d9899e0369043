/** https://github.com/annevk/orb: what Chromium and Firefox do with no-cors answers that no element can use. */

import { getHeader } from '../infrastructure/headers';
import { isJavaScriptType, mimeTypeEssence } from '../infrastructure/mime-types';
import { DOORS } from '../profiles/doors';
import { failure, PASSED, type Outcome } from './failure';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { looksLikeData } from './looks-like-data';
import { isNosniff } from './nosniff';
import { equal, gate } from './trace';

const SPEC = 'https://github.com/annevk/orb';
const SAFELISTED = /^(text\/css|image\/svg\+xml)$/;
const BLOCKLISTED = /^(text\/html|text\/json|text\/xml|application\/xml|[a-z]+\/[^;]+\+(json|xml)|application\/json)$/;
const MEDIA = /^(image|audio|video)\//;

/** The signatures of https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern, one char per byte. */
const PICTURE = /^(\x89PNG\r\n|GIF8[79]a|\xff\xd8\xff|RIFF[^]{4}WEBP|BM)/;

/** Why, in the words of Firefox. */
type Why =
  | "nosniff is true and mimeType is an opaque-blocklisted MIME type or its essence is 'text/plain'"
  | 'after sniff: content-type declares image/video/audio, but sniffing fails'
  | 'after sniff: status code is not in allowed range'
  | 'Javascript validation failed';

/** Only for elements: the response to a script's no-cors fetch is opaque anyway. */
export function opaqueResponseBlockingCheck(params: FetchParams, response: InternalResponse): Outcome {
  const { environment, request } = params;
  const { record } = request;
  if (!environment.profile.response.opaqueResponseBlocking || record.destination === '') return PASSED;
  const type = typeOf(response);
  const strict = DOORS[environment.profile.name].blocking === 'is-no-script';
  const why = strict ? noScript(type, response, record.destination) : dataLike(type, response);
  if (environment.trace) {
    const compared = equal(
      { who: 'answer', header: 'content-type', value: type === '' ? null : type },
      { who: 'rule', value: 'what an element can use' },
      why === null,
    );
    gate(
      params,
      { step: 'orb-check', spec: SPEC, compared, detail: { type } },
      why ? 'opaque-response-blocking' : null,
    );
  }
  if (why === null) return PASSED;
  return failure({
    step: 'orb-check',
    reason: 'opaque-response-blocking',
    phase: 'response',
    url: currentUrl(request),
    status: response.status,
    value: type,
    item: why,
  });
}

/** What Chromium withholds from a script's no-cors fetch: the page sees an opaque response all the same, the cache none. */
export function isWithheldFromScript({ environment, request }: FetchParams, response: InternalResponse): boolean {
  const { withholdsFromScripts } = environment.profile.response;
  return withholdsFromScripts && request.record.destination === '' && looksLikeData(typeOf(response), response);
}

function typeOf({ headers }: InternalResponse): string {
  return mimeTypeEssence(getHeader(headers, 'content-type') ?? '') ?? '';
}

function dataLike(type: string, response: InternalResponse): Why | null {
  if (!looksLikeData(type, response)) return null;
  return isNosniff(response) ? NOSNIFF : VALIDATION;
}

/** Firefox lets through what it can parse as a script, and pictures. */
function noScript(type: string, response: InternalResponse, destination: string): Why | null {
  if (SAFELISTED.test(type) || isJavaScriptType(type)) return null;
  if (isNosniff(response) && (BLOCKLISTED.test(type) || type === 'text/plain')) return NOSNIFF;
  const start = beginning(response);
  if (PICTURE.test(start)) return null;
  if (MEDIA.test(type) && destination !== 'script') {
    return 'after sniff: content-type declares image/video/audio, but sniffing fails';
  }
  if (MEDIA.test(type)) return null;
  if (response.status < 200 || response.status > 299) return 'after sniff: status code is not in allowed range';
  return destination === 'style' || /^\s*[<{[]/.test(start) ? VALIDATION : null;
}

const NOSNIFF = "nosniff is true and mimeType is an opaque-blocklisted MIME type or its essence is 'text/plain'";
const VALIDATION = 'Javascript validation failed';

/** One char per byte. */
function beginning({ body }: InternalResponse): string {
  return String.fromCharCode(...body.subarray(0, 256));
}
