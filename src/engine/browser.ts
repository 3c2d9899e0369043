/** A simulated browser with one document open in it. */

import type { BrowserOptions, SimulatedBrowser } from './contract';
import { documentCookies, storeFirstPartyCookie } from './fetching/cookies';
import { fetch } from './fetching/fetch';
import type { Environment } from './fetching/fetch-params';
import { createStore, snapshot } from './fetching/store';
import { documentOrigin, OPAQUE } from './infrastructure/document-origin';
import { siteOf } from './infrastructure/origins';
import { parseUrl } from './infrastructure/urls';
import { loadProfile } from './profiles/load';
import type { Profile } from './profiles/profile';

/** Rejects with a TypeError when the URL of the document is no URL. */
export async function createBrowser(options: BrowserOptions): Promise<SimulatedBrowser> {
  return browserOf(await loadProfile(options.profile), options);
}

export function browserOf(profile: Profile, options: Omit<BrowserOptions, 'profile'>): SimulatedBrowser {
  const clientUrl = parseUrl(options.client.url);
  if (clientUrl === null) throw new TypeError(`The document's URL is not valid: ${options.client.url}`);
  const { longestLine } = profile.words;
  const environment: Environment = {
    profile,
    client: options.client,
    clientUrl,
    origin: options.client.sandboxed ? OPAQUE : documentOrigin(clientUrl),
    partition: siteOf(clientUrl),
    network: options.network,
    now: options.now,
    real: options.real ?? ((work) => work),
    store: createStore(options.state),
    trace: options.trace,
    print: ({ level, text }, id) => options.console?.({ level, text: text.slice(0, longestLine) }, id),
  };
  return {
    fetch: (request, id, signal) => fetch(environment, request, id, signal),
    documentCookie: {
      get: () => documentCookies(environment),
      set: (cookie) => {
        if (environment.origin !== 'null') storeFirstPartyCookie(environment, clientUrl, cookie, true);
      },
    },
    storeCookie: (url, setCookie) => {
      const parsed = parseUrl(url);
      if (parsed !== null) storeFirstPartyCookie(environment, parsed, setCookie, false);
    },
    origin: environment.origin,
    state: () => snapshot(environment.store),
  };
}
