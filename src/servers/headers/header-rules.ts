import type { HeadersServer } from '@/scenario/document';
import type { SimulatedServer } from '../contract';
import { reasonPhrase } from '../reason-phrases';
import { toHeaderBytes } from './header-bytes';
import { matchRoute } from './match-route';

const encoder = new TextEncoder();
/** Answers that never carry a body (RFC 9110, 6.4.1). */
const NULL_BODY_STATUS: ReadonlySet<number> = new Set([204, 205, 304]);

/** A server that answers by rules: the first route that matches, its headers as written, and nothing added. */
export function openHeaderRules(server: HeadersServer): SimulatedServer {
  return {
    handle(request) {
      const index = matchRoute(server.routes, request);
      const route = server.routes[index];
      if (!route) return Promise.resolve({ ok: true, response: emptyAnswer(404) });
      if (route.abort) return Promise.resolve({ ok: false, route: index });
      const body = encoder.encode(NULL_BODY_STATUS.has(route.status) ? '' : (route.body ?? ''));
      const isHead = request.method === 'HEAD';
      return Promise.resolve({
        ok: true,
        route: index,
        response: {
          status: route.status,
          statusText: reasonPhrase(route.status),
          headers: route.headers.filter(([, , on]) => on !== false).map(toHeaderBytes),
          body: isHead ? new Uint8Array() : body,
          ...(isHead ? { omitted: body.length } : {}),
        },
      });
    },
    close: () => undefined,
  };
}

function emptyAnswer(status: number) {
  return { status, statusText: reasonPhrase(status), headers: [], body: new Uint8Array() };
}
