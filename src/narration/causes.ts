/** Why the browser must ask first: what of the request, and which rule it is that it breaks. */

import type { PreflightCause } from '@/engine';

export interface SaidCause {
  /** As they stand in the request: `PUT`, or `content-type: application/json`. */
  values: string[];
  /** It is no value but this. */
  words?: string;
  /** What holds of them: `is not GET, HEAD or POST`. */
  is: string;
}

/** Headers whose name is enough come last, together. */
export function saidCauses(causes: readonly PreflightCause[]): SaidCause[] {
  const named = causes.filter(({ breaks }) => breaks === 'name').map(({ name }) => name);
  const said = causes.filter(({ breaks }) => breaks !== 'name').map(sayCause);
  if (named.length === 0) return said;
  return [...said, { values: named, is: named.length === 1 ? 'is not a safelisted name' : 'are not safelisted names' }];
}

function sayCause({ breaks, name, value }: PreflightCause): SaidCause {
  if (breaks === 'upload-listener') return { values: [], words: 'an upload listener', is: 'always asks first' };
  if (breaks === 'redirected') return { values: [], words: 'the request before the redirect', is: 'had to ask first' };
  return { values: [value === undefined ? name : `${name}: ${shortened(value)}`], is: BREACHES[breaks] };
}

/** A value that is too long is told by its beginning. */
const shortened = (value: string): string => (value.length > LEGIBLE ? `${value.slice(0, LEGIBLE)}…` : value);
const LEGIBLE = 60;

const BREACHES: Record<Exclude<PreflightCause['breaks'], 'upload-listener' | 'redirected'>, string> = {
  method: 'is not GET, HEAD or POST',
  name: 'is not a safelisted name',
  type: 'is not a type that forms send',
  bytes: 'has bytes that are not safelisted',
  length: 'is longer than 128 bytes',
  range: 'is not one range with a start',
  value: 'is not a safelisted value',
  total: 'is one of too many: over 1024 bytes in all',
  dropped: 'was asked for before the redirect',
};
