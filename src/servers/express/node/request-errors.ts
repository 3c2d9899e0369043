/**
 * What Node throws where the standard refuses: a server's Headers, Response and fetch() speak as in Node 20.
 * Stands in the server's bundle for the browsers' words, of which a server needs none.
 */

import type { BrowserName } from '@/engine';
import type { Caller, RequestErrorKind, RequestErrorValues } from '@/engine/profiles/request-errors';

export type { Caller, RequestErrorKind, RequestErrorValues };

const RANGE_ERRORS: readonly RequestErrorKind[] = ['response-status', 'response-redirect-status'];

type Values = Record<string, string | number | boolean | undefined>;

export function requestError<Kind extends RequestErrorKind>(
  _browser: BrowserName,
  kind: Kind,
  values: RequestErrorValues[Kind] & { caller: Caller },
): { name: string; message: string } {
  return {
    name: RANGE_ERRORS.includes(kind) ? 'RangeError' : 'TypeError',
    message: words(kind, values.caller, { ...values }),
  };
}

export function abortError(): { name: string; message: string } {
  return { name: 'AbortError', message: 'This operation was aborted' };
}

function words(kind: RequestErrorKind, caller: Caller, values: Values): string {
  switch (kind) {
    case 'invalid-header-name':
      return `${caller}: "${values.name}" is an invalid header name.`;
    case 'invalid-header-value':
      return `${caller}: "${values.value}" is an invalid header value.`;
    case 'not-a-byte-string':
      return `Cannot convert argument to a ByteString because the character at index ${values.index} has a value of ${values.code} which is greater than 255.`;
    case 'missing-argument':
      return `${caller}: ${values.required} argument required, but ${values.given} found.`;
    case 'headers-pair':
      return `${caller} constructor: expected name/value pair to be length 2.`;
    case 'body-used':
      return 'Body is unusable: Body has already been read';
    case 'clone-used':
      return 'Response.clone: Body has already been consumed.';
    case 'headers-immutable':
      return 'immutable';
    case 'response-status':
      return 'init["status"] must be in the range of 200 to 599, inclusive.';
    case 'response-null-body-status':
      return 'Response constructor: Invalid response status code';
    case 'response-redirect-status':
      return `Invalid status code ${values.status}`;
    case 'response-redirect-url':
      return `Failed to parse URL from ${values.url}`;
    default:
      return `${caller}: the argument is not of a type that it takes (${kind}).`;
  }
}
