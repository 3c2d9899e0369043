import { arrayOf, boolean, describe, isString, matching, object, optional, rule, string, type Check } from './checks';

/** RFC 9110 §5.6.2; methods and header names are tokens. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

const method = matching('a method such as GET, or *', (text) => token.test(text));
const path = matching('a path that starts with "/", or *', (text) => text.startsWith('/') || text === '*');
const headerName = matching('a header name', (text) => token.test(text));
// Each of these would end the header on the wire.
const headerValue = matching('a header value without line breaks', (text) => !/[\0\r\n]/.test(text));

/** What is switched off is never sent, so a row that someone is still typing may hold any text. */
const headerRow: Check = (value, where, errors) => {
  const row: readonly unknown[] = Array.isArray(value) ? value : [];
  if (row.length < 2 || row.length > 3) {
    return void errors.push({
      path: where,
      message: `expected [name, value] or [name, value, on], got ${describe(value)}`,
    });
  }
  const [name, content, on] = row;
  optional(boolean)(on, `${where}[2]`, errors);
  (on === false ? string : headerName)(name, `${where}[0]`, errors);
  (on === false || !isString(content) ? string : headerValue)(content, `${where}[1]`, errors);
};

/** The one status below 200 that ends a request: it opens a WebSocket. */
const SWITCHING_PROTOCOLS = 101;

export function isStatus(value: unknown): boolean {
  if (value === SWITCHING_PROTOCOLS) return true;
  return Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599;
}

export const route = object({
  method,
  path,
  status: rule('200–599 or 101', isStatus),
  headers: arrayOf(headerRow),
  body: optional(string),
  abort: optional(boolean),
  preflight: optional(boolean),
});
