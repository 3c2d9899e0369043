/** Whose words the errors of this realm have. A realm is one bundle of its own: there is one browser in it. */

import type { BrowserName } from '@/engine';
import {
  type Caller,
  requestError,
  type RequestErrorKind,
  type RequestErrorValues,
} from '@/engine/profiles/request-errors';
import { makeError } from './dom-exception';

export type { Caller };

let browser: BrowserName = 'standard';

export function speakAs(name: BrowserName): void {
  browser = name;
}

export function speaker(): BrowserName {
  return browser;
}

/** The error that the browser throws where the standard refuses. */
export function refusal<Kind extends RequestErrorKind>(
  kind: Kind,
  caller: Caller,
  values: RequestErrorValues[Kind],
): Error {
  return makeError(requestError(browser, kind, { ...values, caller }));
}
