import type { HeaderList } from '@/engine';
import type { ProxyServer } from '@/scenario/document';
import type { ServerEnvironment, ServerReply, SimulatedServer } from '../contract';
import { reasonPhrase } from '../reason-phrases';
import { targetUrl } from './target-url';

const encoder = new TextEncoder();
/** RFC 9110, 7.6.1: these speak of one connection and are not forwarded. */
const HOP_BY_HOP: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'te', 'transfer-encoding', 'upgrade']);

/** More requests than this under way at once are a proxy that sends to itself. */
const MOST_UNDER_WAY = 100;

/** Cuts the prefix off, sends the rest to the target, server to server, and passes the answer on as it is. */
export function openReverseProxy(server: ProxyServer, environment: ServerEnvironment): SimulatedServer {
  let underWay = 0;
  return {
    async handle(request) {
      const url = targetUrl(server, request.url);
      if (url === null) {
        const { pathname } = new URL(request.url);
        environment.log({ level: 'warn', text: `404: ${pathname} does not begin with ${server.prefix}` });
        return ownAnswer(404, `Nothing is proxied outside of ${server.prefix}\n`);
      }
      if (underWay >= MOST_UNDER_WAY) return ownAnswer(508, `${server.target} leads back to this proxy\n`);
      underWay += 1;
      const answer = await environment.send({
        method: request.method,
        url,
        headers: [...forwarded(request.headers).filter(([name]) => !isHost(name)), ['Host', new URL(url).host]],
        body: request.body,
      });
      underWay -= 1;
      if (!answer.ok) {
        environment.log({ level: 'error', text: `502: ${answer.message}` });
        return ownAnswer(502, `${answer.message}\n`);
      }
      const { status, statusText, headers, body } = answer;
      return { ok: true, response: { status, statusText, headers: forwarded(headers), body } };
    },
    close: () => undefined,
  };
}

function forwarded(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
}

function isHost(name: string): boolean {
  return name.toLowerCase() === 'host';
}

function ownAnswer(status: number, text: string): ServerReply {
  const headers: HeaderList = [['Content-Type', 'text/plain; charset=utf-8']];
  return { ok: true, response: { status, statusText: reasonPhrase(status), headers, body: encoder.encode(text) } };
}
