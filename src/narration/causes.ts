/** Why the browser must ask first: what of the request, and which rule it is that it breaks. */

import type { PreflightCause } from '@/engine';

export interface SaidCause {
  /** As they stand in the request: `PUT`, or `content-type: application/json`. */
  values: string[];
  /** It is no value but this. */
  words?: string;
  /** What holds of them: `is not GET, HEAD or POST`. */
  is: string;
  /** How it makes a preflight needed: each value alone, all of them together, or as it did before a redirect. */
  counts: 'alone' | 'together' | 'before';
}

/** Headers whose name is enough come last, together. */
export function saidCauses(causes: readonly PreflightCause[]): SaidCause[] {
  const named = BY_NAME.flatMap(({ breaks, one, several, counts }): SaidCause[] => {
    const values = causes.filter((cause) => cause.breaks === breaks).map(({ name }) => name);
    return values.length === 0 ? [] : [{ values, is: values.length === 1 ? one : several, counts }];
  });
  return [...causes.flatMap(sayByItself), ...named];
}

function sayByItself({ breaks, name, value }: PreflightCause): SaidCause[] {
  switch (breaks) {
    case 'total':
    case 'dropped':
    case 'name':
      return [];
    case 'upload-listener':
      return [{ values: [], words: 'an upload listener', is: 'always asks first', counts: 'alone' }];
    case 'redirected':
      return [{ values: [], words: 'the request before the redirect', is: 'had to ask first', counts: 'before' }];
    default: {
      const said = value === undefined ? name : `${name}: ${shortened(value)}`;
      return [{ values: [said], is: BREACHES[breaks], counts: 'alone' }];
    }
  }
}

/** A value that is too long is told by its beginning. */
const shortened = (value: string): string => (value.length > LEGIBLE ? `${value.slice(0, LEGIBLE)}…` : value);
const LEGIBLE = 60;

const BREACHES = {
  method: 'is not GET, HEAD or POST',
  type: 'is not a type that forms send',
  bytes: 'has bytes that are not safelisted',
  length: 'is longer than 128 bytes',
  range: 'is not one range with a start',
  value: 'is not a safelisted value',
};

/** What a header says is not what counts of these. */
const BY_NAME = [
  { breaks: 'total', one: 'is over 1024 bytes in all', several: 'are over 1024 bytes in all', counts: 'together' },
  {
    breaks: 'dropped',
    one: 'was asked for before the redirect',
    several: 'were asked for before the redirect',
    counts: 'before',
  },
  { breaks: 'name', one: 'is not a safelisted name', several: 'are not safelisted names', counts: 'alone' },
] as const;
