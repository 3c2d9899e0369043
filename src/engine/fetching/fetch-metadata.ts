/** https://w3c.github.io/webappsec-fetch-metadata/ */

import type { HeaderList } from '../contract';
import { isSameOrigin, isSameSite } from '../infrastructure/origins';
import type { ParsedUrl } from '../infrastructure/urls';
import { DOORS } from '../profiles/doors';
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
  let site = 'same-origin';
  for (const url of alone ? request.urls.slice(-1) : request.urls) {
    if (isSameOrigin(environment.origin, url)) continue;
    if (environment.origin === 'null' || !isSameSite(environment.clientUrl, url)) return 'cross-site';
    site = 'same-site';
  }
  return site;
}
