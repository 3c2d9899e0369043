/** Everything that makes a request one that must be asked for first, for the trace. */

import type { PreflightCause } from '../contract';
import { isCorsSafelistedMethod } from '../infrastructure/methods';
import { unsafeValue } from '../infrastructure/safelisted-headers';
import type { FetchParams } from './fetch-params';

/**
 * @param names those that the preflight asks for
 * @param listened an upload listener asks for one
 */
export function preflightCauses(
  { request, environment }: FetchParams,
  names: readonly string[],
  listened: boolean,
): PreflightCause[] {
  const { method, headers } = request;
  const { safelist } = environment.profile;
  const causes: PreflightCause[] = isCorsSafelistedMethod(method) ? [] : [{ breaks: 'method', name: method }];
  for (const name of new Set(names)) {
    const found = unsafeValue(headers, name, safelist);
    if (!found) causes.push({ breaks: 'dropped', name });
    else if (found.breaks === 'name') causes.push({ breaks: 'name', name });
    else causes.push({ ...found, name });
  }
  if (listened) causes.push({ breaks: 'upload-listener', name: '' });
  return causes.length > 0 ? causes : [{ breaks: 'redirected', name: '' }];
}
