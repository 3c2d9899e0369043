import { getHeader, type HeaderList, type HttpRequest } from '@/engine';
import type { ServerReply, Wire } from '@/network/contract';

/**
 * Servers that say yes to everything CORS asks and are otherwise as they are: every preflight is answered and allowed, every
 * answer may be read by whoever asked. Their redirects, errors, types and silences stay. A request that passes with them is
 * one that a change of what servers say about CORS can repair; it knows nothing of how repairs are searched.
 */
export function permissive(wire: Wire): Wire {
  return {
    kind: wire.kind,
    open: (answer) => wire.open(async (request, exchange) => permitted(request, await answer(request, exchange))),
  };
}

function permitted(request: HttpRequest, reply: ServerReply): ServerReply {
  if (!reply.ok && request.kind !== 'preflight') return reply;
  const own: HeaderList = reply.ok ? reply.response.headers : [];
  const headers: HeaderList = [
    ...own.filter(([name]) => !/^(access-control-|cross-origin-resource-policy$)/i.test(name)),
    ['Access-Control-Allow-Origin', getHeader(request.headers, 'origin') ?? '*'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ['Vary', 'Origin'],
  ];
  if (request.kind === 'actual' && reply.ok) return { ...reply, response: { ...reply.response, headers } };
  const method = getHeader(request.headers, 'access-control-request-method');
  const names = getHeader(request.headers, 'access-control-request-headers');
  return {
    ok: true,
    response: {
      status: 204,
      statusText: 'No Content',
      headers: [
        ...headers.filter(([name]) => !/^(location|content-type)$/i.test(name)),
        ...(method === null ? [] : ([['Access-Control-Allow-Methods', method]] satisfies HeaderList)),
        ...(names === null ? [] : ([['Access-Control-Allow-Headers', names]] satisfies HeaderList)),
      ],
      body: new Uint8Array(),
    },
  };
}
