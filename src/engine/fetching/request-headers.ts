/** https://fetch.spec.whatwg.org/#concept-fetch */

import type { HeaderList, RequestRecord } from '../contract';
import { hasHeader } from '../infrastructure/headers';
import { DOORS } from '../profiles/doors';
import type { Environment } from './fetch-params';

/** Step 12: the default value of Accept. A page's User-Agent goes where the browser ignores it. */
export function requestHeaders(environment: Environment, record: RequestRecord): HeaderList {
  const { network, name: profile } = environment.profile;
  const own = network.userAgentIsSettable ? '' : 'user-agent';
  const headers = record.headers.filter(([name]) => name.toLowerCase() !== own);
  if (!hasHeader(headers, 'accept')) headers.push(['Accept', DOORS[profile].accept[record.destination] ?? '*/*']);
  return headers;
}
