/**
 * What the three browsers throw when a request, a Headers object or a response body is used in a way that the standard
 * refuses. Measured in Chromium 156, Firefox 153 ESR and WebKitGTK 2.50.6.
 */

import type { BrowserName } from '../contract';
import { isForbiddenRequestHeader } from '../infrastructure/headers';

/**
 * Who throws: `fetch`, a constructor (`Request`, `Headers`, `Response`), or a method of an interface
 * (`Headers.append`, `XMLHttpRequest.open`, `Response.text`).
 */
export type Caller = 'fetch' | 'Request' | 'Headers' | 'Response' | `${string}.${string}`;

/** What can be refused, with the values that the words need. */
export interface RequestErrorValues {
  'invalid-method': { method: string };
  'forbidden-method': { method: string };
  'no-cors-method': { method: string };
  'navigate-mode': object;
  'invalid-url': { url: string };
  'url-credentials': { url: string };
  'only-if-cached': { mode: string };
  'get-with-body': { method: string };
  'invalid-header-name': { name: string };
  'invalid-header-value': { name: string; value: string };
  'not-a-byte-string': { what: string; index: number; code: number; member?: string };
  'headers-pair': object;
  'headers-type': { member?: string };
  'invalid-enum-value': { member: string; value: string; type: string };
  'invalid-referrer': { url: string };
  'missing-argument': { required: number; given: number };
  'not-a-dictionary': object;
  'stream-without-duplex': object;
  'stream-with-keepalive': object;
  'request-used': object;
  'body-used': object;
  'clone-used': object;
  'headers-immutable': object;
  'response-status': { status: number };
  'response-null-body-status': object;
  'response-redirect-status': { status: number };
  'response-redirect-url': { url: string };
  'xhr-invalid-method': { method: string };
  'xhr-forbidden-method': { method: string };
  'xhr-invalid-url': { url: string };
  'xhr-not-opened': { sending: boolean };
  'xhr-with-credentials-late': object;
  'xhr-invalid-header-name': { name: string };
  'xhr-invalid-header-value': { value: string };
  'xhr-response-type-late': object;
  'xhr-response-text-type': { responseType: string };
  'xhr-synchronous': { url: string };
}
export type RequestErrorKind = keyof RequestErrorValues;

type Words = { [Kind in RequestErrorKind]: (values: RequestErrorValues[Kind] & { caller: Caller }) => string };

/** Every kind that is not in this table is a TypeError. */
const NAMES: Partial<Record<RequestErrorKind, string>> = {
  'response-status': 'RangeError',
  'response-redirect-status': 'RangeError',
  'xhr-invalid-method': 'SyntaxError',
  'xhr-forbidden-method': 'SecurityError',
  'xhr-invalid-url': 'SyntaxError',
  'xhr-not-opened': 'InvalidStateError',
  'xhr-with-credentials-late': 'InvalidStateError',
  'xhr-invalid-header-name': 'SyntaxError',
  'xhr-invalid-header-value': 'SyntaxError',
  'xhr-response-type-late': 'InvalidStateError',
  'xhr-response-text-type': 'InvalidStateError',
  'xhr-synchronous': 'NetworkError',
};

const CHROMIUM: Words = {
  'invalid-method': ({ method }) => `'${method}' is not a valid HTTP method.`,
  'forbidden-method': ({ method }) => `'${method}' HTTP method is unsupported.`,
  'no-cors-method': ({ method }) => `'${method}' is unsupported in no-cors mode.`,
  'navigate-mode': () => "Cannot construct a Request with a RequestInit whose mode member is set as 'navigate'.",
  'invalid-url': ({ url }) => `Failed to parse URL from ${url}`,
  'url-credentials': ({ url }) => `Request cannot be constructed from a URL that includes credentials: ${url}`,
  'only-if-cached': () => "'only-if-cached' can be set only with 'same-origin' mode",
  'get-with-body': () => 'Request with GET/HEAD method cannot have body.',
  'invalid-header-name': () => 'Invalid name',
  'invalid-header-value': () => 'Invalid value',
  'not-a-byte-string': ({ member }) => `${readMember(member)}String contains non ISO-8859-1 code point.`,
  'headers-pair': () => 'Invalid value',
  'headers-type': ({ member }) =>
    `${readMember(member)}The provided value is not of type '(record<ByteString, ByteString> or sequence<sequence<ByteString>>)'.`,
  'invalid-enum-value': ({ member, value, type }) =>
    `${readMember(member)}The provided value '${value}' is not a valid enum value of type ${type}.`,
  'invalid-referrer': ({ url }) => `Referrer '${url}' is not a valid URL.`,
  'missing-argument': ({ required, given }) =>
    `${required} argument${required === 1 ? '' : 's'} required, but only ${given} present.`,
  'not-a-dictionary': () => "The provided value is not of type 'RequestInit'.",
  'stream-without-duplex': () => 'The `duplex` member must be specified for a request with a streaming body',
  'stream-with-keepalive': () => 'Keepalive request cannot have a ReadableStream body.',
  'request-used': () => 'Cannot construct a Request with a Request object that has already been used.',
  'body-used': () => 'body stream already read',
  'clone-used': ({ caller }) => `${caller.split('.')[0]} body is already used`,
  'headers-immutable': () => 'Headers are immutable',
  'response-status': ({ status }) => `The status provided (${status}) is outside the range [200, 599].`,
  'response-null-body-status': () => 'Response with null body status cannot have body',
  'response-redirect-status': () => 'Invalid status code',
  'response-redirect-url': ({ url }) => `Failed to parse URL from ${url}`,
  'xhr-invalid-method': ({ method }) => `'${method}' is not a valid HTTP method.`,
  'xhr-forbidden-method': ({ method }) => `'${method}' HTTP method is unsupported.`,
  'xhr-invalid-url': () => 'Invalid URL',
  'xhr-not-opened': () => "The object's state must be OPENED.",
  'xhr-with-credentials-late': () => "The value may only be set if the object's state is UNSENT or OPENED.",
  'xhr-invalid-header-name': ({ name }) => `'${name}' is not a valid HTTP header field name.`,
  'xhr-invalid-header-value': ({ value }) => `'${value}' is not a valid HTTP header field value.`,
  'xhr-response-type-late': () => "The response type cannot be set if the object's state is LOADING or DONE.",
  'xhr-response-text-type': ({ responseType }) =>
    `The value is only accessible if the object's 'responseType' is '' or 'text' (was '${responseType}').`,
  'xhr-synchronous': ({ url }) => `Failed to load '${url}'.`,
};

const INVALID_METHOD_IN_FIREFOX = ({ method }: { method: string }) => `Invalid request method ${method}.`;
const EITHER_HEADERS_TYPE =
  'could not be converted to any of: sequence<sequence<ByteString>>, record<ByteString, ByteString>.';

const FIREFOX: Words = {
  'invalid-method': INVALID_METHOD_IN_FIREFOX,
  'forbidden-method': INVALID_METHOD_IN_FIREFOX,
  'no-cors-method': INVALID_METHOD_IN_FIREFOX,
  'navigate-mode': () => 'Invalid request mode navigate.',
  'invalid-url': ({ url }) => `${url} is not a valid URL.`,
  'url-credentials': ({ url }) => `${url} is an url with embedded credentials.`,
  'only-if-cached': ({ mode }) =>
    `Request mode '${mode}' was used, but request cache mode 'only-if-cached' can only be used with request mode 'same-origin'.`,
  'get-with-body': () => 'HEAD or GET Request cannot have a body.',
  'invalid-header-name': ({ name }) => `${name.toLowerCase()} is an invalid header name.`,
  'invalid-header-value': ({ value }) => `${value} is an invalid header value.`,
  'not-a-byte-string': ({ what, index, code }) =>
    `Cannot convert ${what} to ByteString because the character at index ${index} has value ${code} which is greater than 255.`,
  'headers-pair': () => 'Headers require name/value tuples when being initialized by a sequence.',
  'headers-type': ({ member }) =>
    `${member ? `'${member}' member of RequestInit` : 'Argument 1'} ${EITHER_HEADERS_TYPE}`,
  'invalid-enum-value': ({ member, value, type }) =>
    `'${value}' (value of '${member}' member of RequestInit) is not a valid value for enumeration ${type === 'FetchPriority' ? 'RequestPriority' : type}.`,
  'invalid-referrer': ({ url }) => `Invalid referrer URL ${url}.`,
  'missing-argument': ({ required, given }) =>
    `At least ${required} argument${required === 1 ? '' : 's'} required, but only ${given} passed`,
  'not-a-dictionary': () => "Argument 2 can't be converted to a dictionary.",
  'stream-without-duplex': () => 'RequestInit’s body is a ReadableStream.',
  'stream-with-keepalive': () => 'RequestInit’s body is a ReadableStream.',
  'request-used': () => 'Body has already been consumed.',
  'body-used': () => 'Body has already been consumed.',
  'clone-used': () => 'Body has already been consumed.',
  'headers-immutable': () => 'Headers are immutable and cannot be modified.',
  'response-status': () => 'Invalid response status code.',
  'response-null-body-status': () => 'Response body is given with a null body status.',
  'response-redirect-status': () => 'Invalid redirect status code.',
  'response-redirect-url': ({ url }) => `${url} is not a valid URL.`,
  'xhr-invalid-method': () => 'An invalid or illegal string was specified',
  'xhr-forbidden-method': () => 'The operation is insecure.',
  'xhr-invalid-url': ({ url }) => `XMLHttpRequest.open: '${url}' is not a valid URL.`,
  'xhr-not-opened': ({ caller, sending }) =>
    `${caller}: ${sending ? 'XMLHttpRequest must not be sending.' : 'XMLHttpRequest state must be OPENED.'}`,
  'xhr-with-credentials-late': () => 'XMLHttpRequest.withCredentials setter: XMLHttpRequest must not be sending.',
  'xhr-invalid-header-name': () => 'Invalid header name.',
  'xhr-invalid-header-value': () => 'Invalid header name.',
  'xhr-response-type-late': () =>
    "XMLHttpRequest.responseType setter: Cannot set 'responseType' property on XMLHttpRequest after 'send()' (when its state is LOADING or DONE).",
  'xhr-response-text-type': () =>
    "XMLHttpRequest.responseText getter: responseText is only available if responseType is '' or 'text'.",
  'xhr-synchronous': () => 'A network error occurred.',
};

/** Web IDL conversions fail without words in WebKit. */
const typeError = () => 'Type error';
const invalidUrlInWebkit = () => 'URL is not valid or contains user credentials.';
const didNotMatch = () => 'The string did not match the expected pattern.';
const invalidState = () => 'The object is in an invalid state.';
const disturbed = () => 'Body is disturbed or locked';

const WEBKIT: Words = {
  'invalid-method': () => 'Method is not a valid HTTP token.',
  'forbidden-method': () => 'Method is forbidden.',
  'no-cors-method': () => 'Method must be GET, POST or HEAD in no-cors mode.',
  'navigate-mode': () => 'Request constructor does not accept navigate fetch mode.',
  'invalid-url': invalidUrlInWebkit,
  'url-credentials': invalidUrlInWebkit,
  'only-if-cached': () => 'only-if-cached cache option requires fetch mode to be same-origin.',
  'get-with-body': ({ method }) => `Request has method '${method}' and cannot have a body`,
  'invalid-header-name': ({ name }) => `Invalid header name: '${name}'`,
  'invalid-header-value': ({ name, value }) => `Header '${name}' has invalid value: '${value}'`,
  'not-a-byte-string': typeError,
  'headers-pair': () => 'Header sub-sequence must contain exactly two items',
  'headers-type': typeError,
  'invalid-enum-value': typeError,
  'invalid-referrer': () => 'Referrer is not a valid URL.',
  'missing-argument': () => 'Not enough arguments',
  'not-a-dictionary': typeError,
  'stream-without-duplex': () => 'ReadableStream uploading is not supported',
  'stream-with-keepalive': () => 'Request cannot have a ReadableStream body and keepalive set to true',
  'request-used': () => 'Request input is disturbed or locked.',
  'body-used': disturbed,
  'clone-used': disturbed,
  'headers-immutable': () => "Headers object's guard is 'immutable'",
  'response-status': () => 'Status must be between 200 and 599',
  'response-null-body-status': () => 'Response cannot have a body with the given status.',
  'response-redirect-status': ({ status }) => `${status} is not a redirection status code`,
  'response-redirect-url': ({ url }) => `Redirection URL '${url}' is invalid`,
  'xhr-invalid-method': didNotMatch,
  'xhr-forbidden-method': () => 'The operation is insecure.',
  'xhr-invalid-url': didNotMatch,
  'xhr-not-opened': invalidState,
  'xhr-with-credentials-late': invalidState,
  'xhr-invalid-header-name': didNotMatch,
  'xhr-invalid-header-value': didNotMatch,
  'xhr-response-type-late': invalidState,
  'xhr-response-text-type': invalidState,
  'xhr-synchronous': () => ' A network error occurred.',
};

/** The standard gives no words; Chromium's stand in for it. */
const WORDS: Record<BrowserName, Words> = { standard: CHROMIUM, chromium: CHROMIUM, firefox: FIREFOX, webkit: WEBKIT };

/** What the named browser throws. `name` is the error's name (`TypeError`, or that of a DOMException). */
export function requestError<Kind extends RequestErrorKind>(
  profile: BrowserName,
  kind: Kind,
  values: RequestErrorValues[Kind] & { caller: Caller },
): { name: string; message: string } {
  const name = NAMES[kind] ?? 'TypeError';
  const words = WORDS[profile][kind](values);
  switch (profile) {
    case 'standard':
    case 'webkit':
      return { name, message: words };
    case 'chromium':
      return { name, message: `${chromiumPrefix(kind, values.caller)}: ${words}` };
    case 'firefox':
      return {
        name,
        message: NAMES[kind] && name !== 'RangeError' ? words : `${firefoxPrefix(values.caller)}: ${words}`,
      };
  }
}

function chromiumPrefix(kind: RequestErrorKind, caller: Caller): string {
  const [owner = '', operation] = caller === 'fetch' ? ['Window', 'fetch'] : caller.split('.');
  if (operation === undefined) return `Failed to construct '${owner}'`;
  if (kind === 'xhr-with-credentials-late' || kind === 'xhr-response-type-late') {
    return `Failed to set the '${operation}' property on '${owner}'`;
  }
  if (kind === 'xhr-response-text-type') return `Failed to read the '${operation}' property from '${owner}'`;
  return `Failed to execute '${operation}' on '${owner}'`;
}

function firefoxPrefix(caller: Caller): string {
  if (caller === 'fetch') return 'Window.fetch';
  return caller.includes('.') ? caller : `${caller} constructor`;
}

function readMember(member: string | undefined): string {
  return member === undefined ? '' : `Failed to read the '${member}' property from 'RequestInit': `;
}

/** What aborting rejects with when the signal has no reason of its own. */
export function abortError(
  profile: BrowserName,
  state: 'before-fetch' | 'in-flight',
): { name: string; message: string } {
  switch (profile) {
    case 'standard':
    case 'chromium':
      return { name: 'AbortError', message: 'signal is aborted without reason' };
    case 'firefox':
      return { name: 'AbortError', message: 'The operation was aborted. ' };
    case 'webkit':
      return {
        name: 'AbortError',
        message: state === 'in-flight' ? 'Fetch is aborted' : 'The operation was aborted.',
      };
  }
}

/** What the console says when XMLHttpRequest.setRequestHeader is given a forbidden name. */
export function forbiddenHeaderLine(profile: BrowserName, name: string): { level: 'error' | 'warn'; text: string } {
  return profile === 'firefox'
    ? { level: 'warn', text: `Attempt to set a forbidden header was denied: ${name}` }
    : { level: 'error', text: `Refused to set unsafe header "${name}"` };
}

/** Whether XMLHttpRequest.setRequestHeader refuses the header: Chromium keeps User-Agent to itself. */
export function isRefusedRequestHeader(profile: BrowserName, name: string, value: string): boolean {
  return isForbiddenRequestHeader(name, value) || (profile === 'chromium' && name.toLowerCase() === 'user-agent');
}

/** What the console says when XMLHttpRequest.getResponseHeader asks for a header that is filtered out; null: nothing. */
export function unexposedHeaderLine(profile: BrowserName, name: string): { level: 'error'; text: string } | null {
  return profile === 'chromium' ? { level: 'error', text: `Refused to get unsafe header "${name}"` } : null;
}
