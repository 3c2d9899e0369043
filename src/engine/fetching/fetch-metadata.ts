/** https://w3c.github.io/webappsec-fetch-metadata/ */

import type { HeaderList } from '../contract';
import { isSameOrigin, isSameSite, isSchemelesslySameSite } from '../infrastructure/origins';
import { isLoopback } from '../infrastructure/trustworthy';
import type { ParsedUrl } from '../infrastructure/urls';
import { DOORS } from '../profiles/doors';
import type { MetadataSite } from '../profiles/profile';
import type { FetchParams } from './fetch-params';

/** The Sec-Fetch-* headers of one message. */
export function fetchMetadata(params: FetchParams, kind: 'preflight' | 'actual', url: ParsedUrl): HeaderList {
  const headers: HeaderList = [];
  const { mode } = params.request.record;
  if (mode === 'websocket' && !DOORS[params.environment.profile.name].metadataOfWebSocket) return headers;
  for (const name of params.environment.profile.network.fetchMetadata(params, kind, url)) {
    switch (name) {
      case 'site':
        headers.push(['Sec-Fetch-Site', secFetchSite(params, kind)]);
        break;
      case 'mode':
        headers.push(['Sec-Fetch-Mode', params.request.record.mode]);
        break;
      case 'dest':
        headers.push(['Sec-Fetch-Dest', params.request.record.destination || 'empty']);
        break;
      case 'storage-access':
        if (mode === 'navigate') break;
        headers.push([
          'Sec-Fetch-Storage-Access',
          params.environment.profile.cookies.thirdParty === 'allowed' ? 'active' : 'none',
        ]);
        break;
    }
  }
  return headers;
}

/** The farthest relation among all the URLs the request went through. */
function secFetchSite({ environment, request }: FetchParams, kind: 'preflight' | 'actual'): string {
  const { preflightSite } = environment.profile.network;
  if (kind === 'preflight' && preflightSite === 'tainted-is-cross-site' && request.redirectTaint !== 'same-origin') {
    return 'cross-site';
  }
  const alone = kind === 'preflight' && preflightSite === 'current-url';
  const urls = alone ? request.urls.slice(-1) : request.urls;
  if (urls.every((url) => isSameOrigin(environment.origin, url))) return 'same-origin';
  const related = SITES[environment.profile.network.metadataSite];
  const site = urls.every((url) => related(environment.clientUrl, url, url !== urls.at(-1)));
  return site && environment.origin !== 'null' ? 'same-site' : 'cross-site';
}

/** Whether a URL is of the page's site; `followed`: it has led on to another. */
const SITES: Record<MetadataSite, (page: ParsedUrl, url: ParsedUrl, followed: boolean) => boolean> = {
  schemeful: isSameSite,
  'secure-page-and-redirects': (page, url, followed) =>
    isSchemelesslySameSite(page, url) &&
    (followed ? url.scheme === 'https' : page.scheme === 'https' || isLoopback(page.hostname)),
};
