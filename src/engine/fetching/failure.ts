/** A check returns its cause. */

import type { Reason, StepName } from '../contract';
import type { ParsedUrl } from '../infrastructure/urls';

export interface Passed {
  ok: true;
}
export const PASSED: Passed = { ok: true };

/** Why a request fails. https://fetch.spec.whatwg.org/#concept-network-error */
export interface Failure {
  ok: false;
  /** The gate that closed. */
  step: StepName;
  reason: Reason;
  /** Which message was judged. */
  phase: 'request' | 'preflight' | 'redirect' | 'response';
  /** The URL that was being loaded. */
  url: ParsedUrl;
  /** Status of the answer that was judged; 0 when there was none. */
  status: number;
  /** The value, method or header name the words need; null: absent. */
  value: string | null;
  /** Header lines that were combined into `value`. */
  lines: number;
  /** The member of a list that is no token. */
  item: string;
  /** Bytes of the body that was judged. */
  size: number;
  /** Bytes that the answer said it would have. */
  expectedSize: number;
  /** Where a refused redirect leads: Location as it was given, and parsed. */
  location: string | null;
  target: ParsedUrl | null;
  /** The origin that the answer had to name. */
  origin: string;
}

export type Outcome = Passed | Failure;

type Optional = 'status' | 'value' | 'lines' | 'item' | 'size' | 'expectedSize' | 'location' | 'target' | 'origin';

export function failure(cause: Omit<Failure, 'ok' | Optional> & Partial<Pick<Failure, Optional>>): Failure {
  return {
    ok: false,
    status: 0,
    value: null,
    lines: 0,
    item: '',
    size: 0,
    expectedSize: 0,
    location: null,
    target: null,
    origin: '',
    ...cause,
  };
}
