import type { HeaderList, HttpRequest, HttpResponse, Network } from '@/engine';
import type { Recorder } from './recorder';

/**
 * What a "disable CORS" browser extension does: every request goes to the server as it would, and on every answer, before the
 * browser looks at it, the extension puts the permission that the page needs, whatever the server said. A preflight that the
 * server refused becomes a 200. So every site may read every answer that this browser gets, with the user's cookies.
 */
export function withCorsExtension(network: Network, recorder: Recorder): Network {
  return {
    async exchange(request, requestId) {
      const answer = await network.exchange(request, requestId);
      if (!answer.ok) return answer;
      const response = rewritten(request, answer.response);
      const exchange = recorder.exchanges[answer.exchange];
      if (exchange) {
        const { status, statusText, headers } = answer.response;
        exchange.rewritten = { by: 'extension', status, statusText, responseHeaders: headers };
        Object.assign(exchange, {
          status: response.status,
          statusText: response.statusText,
          responseHeaders: response.headers,
        });
      }
      recorder.happened({
        actor: 'browser',
        step: 'extension-rewrote',
        request: requestId,
        exchange: answer.exchange,
        detail: { headers: response.headers.map(([name]) => name).filter(isPermission) },
      });
      return { ...answer, response };
    },
  };
}

function rewritten(request: HttpRequest, response: HttpResponse): HttpResponse {
  const asked = (name: string): string | undefined =>
    request.headers.find(([known]) => known.toLowerCase() === name)?.[1];
  const origin = asked('origin');
  const method = asked('access-control-request-method');
  const names = asked('access-control-request-headers');
  const exposed = response.headers.map(([name]) => name.toLowerCase()).filter((name) => !isPermission(name));
  const permissions: HeaderList = [
    ['Access-Control-Allow-Origin', origin ?? '*'],
    ...(origin === undefined ? [] : [['Access-Control-Allow-Credentials', 'true'] satisfies HeaderList[0]]),
    ...(method === undefined ? [] : [['Access-Control-Allow-Methods', method] satisfies HeaderList[0]]),
    ...(names === undefined ? [] : [['Access-Control-Allow-Headers', names] satisfies HeaderList[0]]),
    ...(request.kind === 'preflight' || exposed.length === 0
      ? []
      : [['Access-Control-Expose-Headers', [...new Set(exposed)].join(', ')] satisfies HeaderList[0]]),
  ];
  const refused = request.kind === 'preflight' && (response.status < 200 || response.status > 299);
  return {
    ...response,
    ...(refused ? { status: 200, statusText: 'OK' } : {}),
    headers: [...response.headers.filter(([name]) => !isPermission(name)), ...permissions],
  };
}

function isPermission(name: string): boolean {
  return name.toLowerCase().startsWith('access-control-');
}
