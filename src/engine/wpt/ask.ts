/**
 * The shape of most web-platform-tests of CORS: one page, one other server, one request; may the page read the answer, and
 * what was the server asked? docs/wpt.md says which file is covered where.
 */

import type { BrowserName, FilteredResponse, HttpRequest, RequestRecord } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { API, openBrowser, request, type Answer } from '../testing/browser-under-test';

export const ORIGIN = 'https://app.example.com';
export const REDIRECTS = [301, 302, 303, 307, 308];

export interface Asked {
  /** `allowed`, or the reason. */
  verdict: string;
  response: FilteredResponse | null;
  sent: HttpRequest[];
  preflights: HttpRequest[];
}

export async function ask(
  changes: Partial<RequestRecord>,
  answers: { preflight?: Answer; response?: Answer },
  profile: BrowserName = 'standard',
): Promise<Asked> {
  const { browser, sent } = openBrowser(profile, { [API]: answers });
  const { response, failure } = await browser.fetch(request(API, changes), 1);
  return {
    verdict: failure?.reason ?? 'allowed',
    response,
    sent,
    preflights: sent.filter(({ kind }) => kind === 'preflight'),
  };
}

/** A header of the message; null where it has none. */
export function sentHeader(message: HttpRequest | undefined, name: string): string | null {
  return message ? getHeader(message.headers, name) : null;
}

/** A header as the page reads it. */
export function read(response: FilteredResponse | null, name: string): string | null {
  return response ? getHeader(response.headers, name) : null;
}
