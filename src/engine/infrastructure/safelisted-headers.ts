/** Which request headers a page may set without asking. https://fetch.spec.whatwg.org/#cors-safelisted-request-header */

import { mimeTypeEssence } from './mime-types';

/** A longer value is not safelisted. Bytes. */
const MAXIMUM_VALUE_LENGTH = 128;

const SAFELISTED_CONTENT_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** `name` in lower case. */
export function isSafelistedRequestHeaderValue(name: string, value: string): boolean {
  if (value.length > MAXIMUM_VALUE_LENGTH) return false;
  switch (name) {
    case 'accept':
      return !hasCorsUnsafeRequestHeaderByte(value);
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value);
    case 'content-type': {
      if (hasCorsUnsafeRequestHeaderByte(value)) return false;
      const essence = mimeTypeEssence(value);
      return essence !== null && SAFELISTED_CONTENT_TYPES.has(essence);
    }
    case 'range':
      return isSimpleRange(value);
    default:
      return false;
  }
}

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
export function hasCorsUnsafeRequestHeaderByte(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const byte = value.charCodeAt(index);
    if ((byte < 0x20 && byte !== 0x09) || byte === 0x7f) return true;
  }
  return /["():<>?@[\\\]{}]/.test(value);
}

/** One range with a start, no whitespace. https://fetch.spec.whatwg.org/#simple-range-header-value */
export function isSimpleRange(value: string): boolean {
  const range = /^bytes=([0-9]+)-([0-9]*)$/.exec(value);
  if (!range) return false;
  const [, start = '', end = ''] = range;
  return end === '' || BigInt(start) <= BigInt(end);
}
