import type { NginxServer } from '@/scenario/document';
import type { ServerEnvironment, SimulatedServer } from '../contract';
import { chooseServer } from './choose';
import type { NginxConfig } from './config/config';
import { ConfigError } from './config/config-error';
import { readConfig } from './config/read-config';
import { headerOf, NginxRequest } from './request';
import { respond } from './respond';
import { Upstreams } from './upstreams';

/** More requests than this under way at once are a server that sends to itself. */
const MOST_UNDER_WAY = 100;

/** nginx, as its configuration says. One that it would not start with closes every connection. */
export function openNginx({ config: text }: NginxServer, environment: ServerEnvironment): SimulatedServer {
  let config: NginxConfig;
  try {
    config = readConfig(text, environment.knowsHost);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    environment.error({ message: error.message, line: error.line });
    return { handle: () => Promise.resolve({ ok: false }), close: () => undefined };
  }
  const upstreams = new Upstreams(config.upstreams, environment);
  let underWay = 0;
  return {
    async handle(http, exchange) {
      const url = new URL(http.url);
      const chosen = chooseServer(config, url, headerOf(http.headers, 'host') || url.host);
      const log = (message: string) => environment.log({ level: 'error', text: message, exchange });
      if (underWay >= MOST_UNDER_WAY) log(`${MOST_UNDER_WAY} worker_connections are not enough`);
      if (!chosen || underWay >= MOST_UNDER_WAY) return { ok: false };
      underWay += 1;
      try {
        const request = new NginxRequest(http, config, chosen.server, environment.now());
        if (chosen.match) request.keep(chosen.match);
        return await respond(request, upstreams, log);
      } finally {
        underWay -= 1;
      }
    },
    close: () => undefined,
  };
}
