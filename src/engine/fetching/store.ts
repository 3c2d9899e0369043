/** What a browser keeps between fetches. Entries are plain values and are replaced, never changed. */

import type { BrowserState, HttpCacheEntry, PreflightCacheEntry, StoredCookie } from '../contract';

export interface Store {
  cookies: StoredCookie[];
  preflightCache: PreflightCacheEntry[];
  httpCache: HttpCacheEntry[];
}

export function createStore(state: BrowserState | undefined): Store {
  return {
    cookies: [...(state?.cookies ?? [])],
    preflightCache: [...(state?.preflightCache ?? [])],
    httpCache: [...(state?.httpCache ?? [])],
  };
}

export function snapshot(store: Store): BrowserState {
  return {
    cookies: [...store.cookies],
    preflightCache: [...store.preflightCache],
    httpCache: [...store.httpCache],
  };
}
