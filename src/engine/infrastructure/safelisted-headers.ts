/** Which request headers a page may set without asking. https://fetch.spec.whatwg.org/#cors-safelisted-request-header */

import type { HeaderList, SafelistBreach } from '../contract';
import { mimeTypeEssence } from './mime-types';

/** How a browser departs from the rules. */
export interface SafelistRules {
  /** DPR, Save-Data and the other old client hints need no preflight. */
  clientHints: boolean;
  /** A header given twice is judged value by value instead of combined. */
  judgesEachValue: boolean;
  /** All safelisted values together may not be longer than 1024 bytes. */
  limitsTotal: boolean;
  /** Bytes from 0x80 on make a value of Accept and Content-Type unsafe. */
  nonAsciiIsUnsafe: boolean;
  /** What follows a comma makes a Content-Type unsafe, as does an empty parameter that is the last of several. */
  readsTypeStrictly: boolean;
  /** `Bytes=0-` is as good as `bytes=0-`. */
  anyCaseRangeUnit: boolean;
  /** A larger position in Range makes it unsafe; null: none does. */
  largestPosition: bigint | null;
}

export const STANDARD_SAFELIST: SafelistRules = {
  clientHints: false,
  judgesEachValue: false,
  limitsTotal: true,
  nonAsciiIsUnsafe: false,
  readsTypeStrictly: false,
  anyCaseRangeUnit: false,
  largestPosition: null,
};

/** A longer value is not safelisted. Bytes. */
const MAXIMUM_VALUE_LENGTH = 128;
/** Bytes. */
const MAXIMUM_TOTAL_LENGTH = 1024;

const SIMPLE_RANGE = /^bytes=([0-9]+)-([0-9]*)$/;
const SIMPLE_RANGE_ANY_CASE = /^bytes=([0-9]+)-([0-9]*)$/i;

const SAFELISTED_CONTENT_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** `name` in lower case. */
export function isSafelistedRequestHeaderValue(name: string, value: string, rules = STANDARD_SAFELIST): boolean {
  return breachOf(name, value, rules) === null;
}

/** What the header breaks; null: it is safelisted. `name` in lower case. */
export function breachOf(name: string, value: string, rules = STANDARD_SAFELIST): SafelistBreach | null {
  switch (name) {
    case 'accept':
      return tooLong(value) ?? (hasCorsUnsafeRequestHeaderByte(value, rules) ? 'bytes' : null);
    case 'accept-language':
    case 'content-language':
      return tooLong(value) ?? (/^[0-9A-Za-z *,\-.;=]*$/.test(value) ? null : 'bytes');
    case 'content-type': {
      const essence = mimeTypeEssence(value);
      const known = essence !== null && SAFELISTED_CONTENT_TYPES.has(essence);
      if (!known || (rules.readsTypeStrictly && /,|;.*;$/.test(value))) return 'type';
      return tooLong(value) ?? (hasCorsUnsafeRequestHeaderByte(value, rules) ? 'bytes' : null);
    }
    case 'range':
      return tooLong(value) ?? (isSimpleRange(value, rules) ? null : 'range');
    default:
      if (!rules.clientHints || !CLIENT_HINTS.has(name)) return 'name';
      return tooLong(value) ?? (isSafelistedClientHint(name, value) ? null : 'value');
  }
}

const tooLong = (value: string): 'length' | null => (value.length > MAXIMUM_VALUE_LENGTH ? 'length' : null);

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
function hasCorsUnsafeRequestHeaderByte(value: string, rules: SafelistRules): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const byte = value.charCodeAt(index);
    if ((byte < 0x20 && byte !== 0x09) || byte === 0x7f) return true;
    if (byte >= 0x80 && rules.nonAsciiIsUnsafe) return true;
  }
  return /["():<>?@[\\\]{}]/.test(value);
}

/** One range with a start, no whitespace. https://fetch.spec.whatwg.org/#simple-range-header-value */
function isSimpleRange(value: string, rules: SafelistRules): boolean {
  const range = (rules.anyCaseRangeUnit ? SIMPLE_RANGE_ANY_CASE : SIMPLE_RANGE).exec(value);
  if (!range) return false;
  const [, start = '', end = ''] = range;
  const { largestPosition } = rules;
  const [from, to] = [BigInt(start), end === '' ? null : BigInt(end)];
  if (largestPosition !== null && (from > largestPosition || (to ?? from) > largestPosition)) return false;
  return to === null || from <= to;
}

const CLIENT_HINTS = new Set(
  'intervention save-data dpr device-memory downlink width viewport-width rtt ect'.split(' '),
);

/** As Chromium's services/network/public/cpp/cors/cors.cc judges them. */
function isSafelistedClientHint(name: string, value: string): boolean {
  switch (name) {
    case 'intervention':
      return true;
    case 'save-data':
      return value.toLowerCase() === 'on';
    case 'dpr':
    case 'device-memory':
    case 'downlink':
      return /^\d+(\.\d+)?$/.test(value);
    case 'width':
    case 'viewport-width':
    case 'rtt':
      return /^\d+$/.test(value);
    case 'ect':
      return /^(slow-2g|2g|3g|4g)$/.test(value);
    default:
      return false;
  }
}

/** The value of a header, `name` in lower case, that needs a preflight, and why; null where there is no such header. */
export function unsafeValue(
  headers: Readonly<HeaderList>,
  name: string,
  rules: SafelistRules,
): { value: string; breaks: SafelistBreach | 'total' } | null {
  const lines = rules.judgesEachValue ? lowerCased(headers) : [...combined(headers)];
  const values = lines.flatMap(([header, value]) =>
    header === name ? [{ value, breaks: breachOf(name, value, rules) }] : [],
  );
  const found = values.find(({ breaks }) => breaks !== null) ?? values[0];
  return found ? { value: found.value, breaks: found.breaks ?? 'total' } : null;
}

/**
 * The names, lower case, sorted, that need a preflight. A name stands in it as often as `repeats` allows: once, or once a
 * line. https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function corsUnsafeRequestHeaderNames(
  headers: Readonly<HeaderList>,
  rules: SafelistRules,
  repeats: boolean,
): string[] {
  if (headers.length === 0) return [];
  const unsafe: string[] = [];
  const safe: string[] = [];
  let total = 0;
  for (const [name, value] of rules.judgesEachValue ? lowerCased(headers) : combined(headers)) {
    if (isSafelistedRequestHeaderValue(name, value, rules)) {
      safe.push(name);
      total += value.length;
    } else unsafe.push(name);
  }
  if (rules.limitsTotal && total > MAXIMUM_TOTAL_LENGTH) unsafe.push(...safe);
  return (repeats ? unsafe : [...new Set(unsafe)]).sort();
}

function lowerCased(headers: Readonly<HeaderList>): HeaderList {
  return headers.map(([name, value]) => [name.toLowerCase(), value]);
}

function combined(headers: Readonly<HeaderList>): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    const before = values.get(lower);
    values.set(lower, before === undefined ? value : `${before}, ${value}`);
  }
  return values;
}
