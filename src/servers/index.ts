/** Simulated servers, one folder a kind, behind one interface. */

import type { OpenServer } from './contract';
import { openExpress } from './express/open-express';

export type * from './contract';
export { knowsHost } from './known-hosts';

/** Never rejects for what a user wrote: that goes to `environment.error`, and the server is down or closes every connection. */
export const openServer: OpenServer = async (server, environment) => {
  const origin = await openOrigin(server, environment);
  return server.cdn ? (await import('./cdn/shared-cache')).withSharedCache(origin, environment) : origin;
};

const openOrigin: OpenServer = async (server, environment) => {
  switch (server.kind) {
    case 'headers':
      return (await import('./headers/header-rules')).openHeaderRules(server);
    case 'express':
      return openExpress(server, environment);
    case 'proxy':
      return (await import('./proxy/reverse-proxy')).openReverseProxy(server, environment);
    case 'flask':
    case 'django':
      return (await import('./python/open-python')).openPython(server, environment);
    case 'nginx':
      return (await import('./nginx/open-nginx')).openNginx(server, environment);
  }
};
