/** https://fetch.spec.whatwg.org/#concept-request-cache-mode, as the headers of a request bend it */

import type { CacheMode, HeaderList } from '../contract';
import { hasHeader } from '../infrastructure/headers';
import type { FetchParams } from './fetch-params';

const CONDITIONAL = ['if-modified-since', 'if-none-match', 'if-unmodified-since', 'if-match', 'if-range'];

/** HTTP-network-or-cache fetch step 8.16: a page that asks conditionally does not want the cache's own answer. */
export function cacheModeOf({ request, environment }: FetchParams): CacheMode {
  const { cache, initiator } = request.record;
  const { network } = environment.profile;
  if (initiator === 'xhr' && network.xhrIgnoresConditions) return cache;
  if (cache !== 'default' || !isConditional(request.headers)) return cache;
  return network.conditionalCacheMode;
}

export function isConditional(headers: HeaderList): boolean {
  return CONDITIONAL.some((name) => hasHeader(headers, name));
}

/** HTTP-network-or-cache fetch steps 8.17 and 8.18 */
export function cacheHeaders(params: FetchParams): HeaderList {
  const { network } = params.environment.profile;
  const { justCrossed, record } = params.request;
  if (justCrossed && record.mode === 'cors' && network.dropsCacheHeadersWhenCrossing) return [];
  return network.cacheHeaders(cacheModeOf(params)).filter(([name]) => !hasHeader(params.request.headers, name));
}
