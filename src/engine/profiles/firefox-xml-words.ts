/** What Firefox prints about an answer that its XMLHttpRequest takes for XML. Observed in 153 ESR. */

import type { ConsoleLine } from '../contract';
import { currentUrl, type ActiveRequest, type InternalResponse } from '../fetching/fetch-params';
import { getHeader } from '../infrastructure/headers';
import { mimeTypeEssence } from '../infrastructure/mime-types';

/** XMLHttpRequestMainThread says nothing of these: https://bugzilla.mozilla.org/show_bug.cgi?id=884693 */
const MAY_BE_EMPTY = new Set([201, 202, 204, 205, 304]);
const LINE_FEED = 0x0a;
const LESS_THAN = 0x3c;

/** XMLHttpRequest takes what has no type for XML, unless a redirect has led to it. */
export function firefoxXmlLines({ status, headers, body }: InternalResponse, request: ActiveRequest): ConsoleLine[] {
  const type = getHeader(headers, 'content-type');
  const isUntyped = type === null || mimeTypeEssence(type) === null;
  const isXml = isUntyped ? request.redirects === 0 : /[/+]xml\b/i.test(type);
  const first = body.findIndex((byte) => byte > 0x20);
  const byte = body[first];
  if (!isXml || MAY_BE_EMPTY.has(status) || byte === undefined || byte === LESS_THAN) return [];
  // expat knows names, which may not stand here, and characters that may stand nowhere
  const what = /[\w:.\-[\]]/.test(String.fromCharCode(byte)) ? 'syntax error' : 'not well-formed';
  const before = body.subarray(0, first);
  const line = before.filter((each) => each === LINE_FEED).length + 1;
  const at = `Line Number ${line}, Column ${first - before.lastIndexOf(LINE_FEED)}:`;
  const text = `XML Parsing Error: ${what}\nLocation: ${currentUrl(request).href}\n${at}`;
  return [{ level: 'error', text }];
}
