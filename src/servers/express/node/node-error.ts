/** Errors as Node makes them: with a `code`. */

export function nodeError(Kind: ErrorConstructor | TypeErrorConstructor, code: string, message: string): Error {
  return Object.assign(new Kind(message), { code });
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const INVALID = /[^\t\x20-\x7e\x80-\xff]/;

export function checkHeaderName(name: unknown, what = 'Header name'): asserts name is string {
  if (typeof name !== 'string' || !TOKEN.test(name)) {
    throw nodeError(TypeError, 'ERR_INVALID_HTTP_TOKEN', `${what} must be a valid HTTP token ["${String(name)}"]`);
  }
}

export function checkHeaderValue(name: string, value: unknown): void {
  if (value === undefined) {
    throw nodeError(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "undefined" for header "${name}"`);
  }
  // An array is looked at as the text it would be, as Node does.
  if (INVALID.test(`${value as string}`)) {
    throw nodeError(TypeError, 'ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
  }
}

export function checkReasonPhrase(text: string): void {
  if (INVALID.test(text)) throw nodeError(TypeError, 'ERR_INVALID_CHAR', 'Invalid character in statusMessage');
}

export function headersAreSent(doing: string): Error {
  const message = `Cannot ${doing} headers after they are sent to the client`;
  return nodeError(Error, 'ERR_HTTP_HEADERS_SENT', message);
}
