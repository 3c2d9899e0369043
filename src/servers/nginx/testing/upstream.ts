import type { HeaderList } from '@/engine';

/** The server behind nginx in tests and recordings: it answers by path, and `/echo` says what it was asked. */
export const UPSTREAM = '127.0.0.1:4316';
/** Where nothing listens. */
export const NOBODY = '127.0.0.1:4317';

export interface UpstreamAnswer {
  status: number;
  headers: HeaderList;
  body: string;
}

const ACAO = 'Access-Control-Allow-Origin';

export function upstreamAnswer({
  url,
  method,
  headers,
}: {
  url: string;
  method: string;
  headers: HeaderList;
}): UpstreamAnswer {
  const { pathname } = new URL(url, 'http://any');
  const json = (status: number, body: string, ...more: HeaderList): UpstreamAnswer => ({
    status,
    headers: [
      ['X-Powered-By', 'Express'],
      ...more,
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Content-Length', String(body.length)],
    ],
    body: method === 'HEAD' ? '' : body,
  });
  const path = pathname.replace(/^\/(?:v2|inner|base)(?=\/)/, '');
  switch (path) {
    case '/users':
      return json(
        200,
        '[{"id":1}]',
        ['ETag', 'W/"a"'],
        ['Server', 'upstream'],
        ['Date', 'Thu, 01 Jan 1970 00:00:00 GMT'],
      );
    case '/cors':
      return json(200, '{"ok":true}', [ACAO, '*'], ['Vary', 'Origin'], ['X-Request-Id', '7']);
    case '/error':
      return json(500, '{"error":true}', [ACAO, '*']);
    case '/login':
      return json(
        401,
        '{}',
        ['WWW-Authenticate', 'Basic realm="upstream"'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2; Path=/'],
      );
    case '/empty':
      return {
        status: 204,
        headers: [
          ['Access-Control-Allow-Methods', 'PUT'],
          ['Vary', 'Origin'],
        ],
        body: '',
      };
    case '/text':
      return {
        status: 200,
        headers: [
          ['Content-Type', 'text/plain'],
          ['Content-Length', '4'],
        ],
        body: 'text',
      };
    case '/redirect':
      return json(302, '{}', ['Location', `http://${UPSTREAM}/users`]);
    case '/redirect/base':
      return json(302, '{}', ['Location', `http://${UPSTREAM}/base/users`]);
    case '/redirect/path':
      return json(301, '{}', ['Location', '/users']);
    case '/redirect/away':
      return json(307, '{}', ['Location', 'https://other.example/x']);
    case '/not-there':
      return json(404, '{"error":"none"}');
    default:
      return json(200, JSON.stringify({ method, url, headers }));
  }
}
